"""The watch over a page: a test that passes says that nothing was wrong, so every wrong must fail one."""

from __future__ import annotations

import pytest

from tests.browser.watch import watched_page

ORIGIN = "http://127.0.0.1:9"
WRONGS = {
    "request outside the app": "fetch('https://example.org/').catch(() => null)",
    "connection outside the app": "void new WebSocket('wss://example.org/')",
    "console error: refused": "console.error('refused')",
    "page error: broken": "void setTimeout(() => { throw new Error('broken'); })",
    "exception on the page: KeyError": """document.body.innerHTML = '<p data-testid="stException">KeyError</p>'""",
}


@pytest.mark.parametrize("problem", WRONGS)
def test_what_is_wrong_with_a_page_fails_its_test(browser, problem):
    with pytest.raises(AssertionError, match=problem), watched_page(browser, ORIGIN) as page:
        page.evaluate(WRONGS[problem])
        page.wait_for_timeout(100)


def test_a_page_without_fault_passes(browser):
    with watched_page(browser, ORIGIN) as page:
        page.evaluate("console.warn('a warning is no error')")
