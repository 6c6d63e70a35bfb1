"""Tests of the Chinese map datums."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.geometry.placing import straight_line_m
from plans.importing.datum import UNCERTAINTY_M, to_bd09, to_gcj02, to_wgs84
from plans.model.building import Datum

lons = st.floats(75.0, 134.0)
lats = st.floats(4.0, 53.0)


@given(lons, lats)
def test_gcj02_comes_back_to_a_centimetre(lon: float, lat: float) -> None:
    there = to_gcj02(np.array([lon]), np.array([lat]))
    back = to_wgs84(*there, Datum.GCJ02)
    assert straight_line_m(lon, lat, float(back[0][0]), float(back[1][0])) < 0.01


@given(lons, lats)
def test_bd09_comes_back_to_its_uncertainty(lon: float, lat: float) -> None:
    there = to_bd09(np.array([lon]), np.array([lat]))
    back = to_wgs84(*there, Datum.BD09)
    off_m = straight_line_m(lon, lat, float(back[0][0]), float(back[1][0]))
    assert off_m < UNCERTAINTY_M[Datum.BD09]


def test_the_shift_is_hundreds_of_metres_in_china_and_none_outside() -> None:
    lon, lat = to_gcj02(np.array([116.3975, 2.35]), np.array([39.9087, 48.85]))
    assert (float(lon[0]), float(lat[0])) == pytest.approx((116.40374, 39.91010), abs=2e-5)
    assert 100 < straight_line_m(116.3975, 39.9087, float(lon[0]), float(lat[0])) < 900
    assert (float(lon[1]), float(lat[1])) == (2.35, 48.85)


def test_wgs84_is_left_alone() -> None:
    lon, lat = np.array([113.6]), np.array([30.4])
    assert to_wgs84(lon, lat, Datum.WGS84) == (lon, lat)
