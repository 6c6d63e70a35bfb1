def test_it(any_binder):
    assert any_binder.library.list() == []
