"""Help in place (F1): the keys, made of the action rows, the words and the symbols, searchable."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.rows import KeyGroup
from desktop.dialogs.symbols import SymbolsPage
from desktop.support.glossary import WORDS, Word
from desktop.support.i18n import Retranslating
from desktop.widgets.key_hint import KeyHint
from desktop.widgets.styled import of_kind, on_plane, typeset


class HelpDialog(Retranslating, QDialog):
    """Stands beside the work: it is not modal and stays until it is closed."""

    def __init__(
        self,
        groups: list[KeyGroup],
        language: str,
        parent: QWidget,
        symbols: SymbolsPage | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        on_plane(self, "surface")
        self._query = of_kind(QLineEdit(self), "search")
        self._query.setClearButtonEnabled(True)
        self._query.textChanged.connect(self._search)
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        self._keys = _Page(self._tabs)
        self._words = _Page(self._tabs)
        for group in groups:
            self._keys.add_heading(group.text)
            for text, keys, pinyin in group.keys:
                self._keys.add_key(text, keys, f"{text} {_reading(pinyin)} {' '.join(keys)}")
        for word in WORDS:
            self._words.add_word(word, language)
        self._keys.end()
        self._words.end()
        self._pages: list[_Page | SymbolsPage] = [self._keys, self._words]
        if symbols is not None:
            self._pages.append(symbols)
        for page in self._pages:
            self._tabs.addTab(page, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 8)
        column.setSpacing(8)
        column.addWidget(self._query)
        column.addWidget(self._tabs, 1)
        self.resize(720, 560)
        self.retranslate()

    def _search(self, query: str) -> None:
        wanted = query.strip().lower()
        found = [page.filter(wanted) for page in self._pages]
        if not found[self._tabs.currentIndex()] and any(found):
            self._tabs.setCurrentIndex(found.index(max(found)))

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keys, words and symbols"))
        self._query.setPlaceholderText(self.tr("Search keys, words and symbols"))
        self._query.setAccessibleName(self.tr("Search keys, words and symbols"))
        self._tabs.setTabText(0, self.tr("Keys"))
        self._tabs.setTabText(1, self.tr("Words"))
        if len(self._pages) > 2:
            self._tabs.setTabText(2, self.tr("Symbols"))
        for page in self._pages:
            page.none.setText(self.tr("Nothing here is called that."))


class _Page(QScrollArea):
    """Rows that a search can thin out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body = on_plane(QWidget(self), "surface")
        self.setWidget(body)
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(4, 8, 12, 8)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(2, 1)
        self._rows: list[tuple[str, tuple[QWidget, ...]]] = []
        self._headings: list[tuple[QWidget, int]] = []
        self.none = typeset(QLabel(body), "lead", tone="dim")
        self.none.hide()

    def add_heading(self, text: str) -> None:
        """A title over the rows that follow."""
        label = typeset(QLabel(text, self), "tiny", tone="dim", strong=True)
        label.setContentsMargins(0, 10 if self._headings else 0, 0, 0)
        self._headings.append((label, len(self._rows)))
        self._grid.addWidget(label, self._grid.rowCount(), 0, 1, 3)

    def add_key(self, text: str, keys: tuple[str, ...], words: str) -> None:
        """An action and its keys."""
        caps = QWidget(self)
        line = QHBoxLayout(caps)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        for key in keys[:2]:
            line.addWidget(KeyHint(key, caps))
        line.addStretch(1)
        self._add(words, QLabel(text, self), caps)

    def add_word(self, word: Word, language: str) -> None:
        """A word in both languages and what it means."""
        names = (word.zh, word.en) if language == "zh" else (word.en, word.zh)
        title = typeset(QLabel(names[0], self), strong=True)
        other = typeset(QLabel(names[1], self), tone="dim")
        for label in (title, other):
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        means = QLabel(word.means_zh if language == "zh" else word.means_en, self)
        means.setWordWrap(True)
        words = f"{word.zh} {word.en} {_reading(word.pinyin)} {word.means_zh} {word.means_en}"
        self._add(words, title, other, means)

    def _add(self, words: str, *widgets: QWidget) -> None:
        row = self._grid.rowCount()
        for column, widget in enumerate(widgets):
            self._grid.addWidget(widget, row, column)
        self._rows.append((words.lower(), widgets))

    def end(self) -> None:
        """Call after the last row."""
        self._grid.addWidget(self.none, self._grid.rowCount(), 0, 1, 3)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def filter(self, wanted: str) -> int:
        """Show the rows that hold the text; returns how many."""
        kept = [wanted in words for words, _ in self._rows]
        for (_, widgets), keep in zip(self._rows, kept, strict=True):
            for widget in widgets:
                widget.setVisible(keep)
        ends = [start for _, start in self._headings[1:]] + [len(self._rows)]
        for (heading, start), end in zip(self._headings, ends, strict=False):
            heading.setVisible(any(kept[start:end]))
        self.none.setVisible(not any(kept))
        return sum(kept)


def _reading(pinyin: str) -> str:
    """Pinyin joined, and its initials."""
    syllables = pinyin.split()
    return f"{''.join(syllables)} {''.join(syllable[0] for syllable in syllables)}"
