"""A page that is watched: whatever it asks for outside, prints as an error or raises fails the test."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route


@contextmanager
def watched_page(browser: Browser, origin: str, **options: object) -> Iterator[Page]:
    """A fresh page that reaches `origin` (no slash at the end) and nothing else; options as of new_context.

    When the block ends it asserts that nothing outside was asked for, that no error came to the console, that
    none was raised, and that Streamlit shows no exception.
    """
    problems: list[str] = []
    context = browser.new_context(service_workers="block", **options)
    try:
        watch(context, origin, problems)
        page = context.new_page()
        yield page
        problems += [f"exception on the page: {text}" for text in shown_exceptions(page)]
    finally:
        context.close()
    assert not problems, "the page is not clean:\n" + "\n".join(problems)


def watch(context: BrowserContext, origin: str, problems: list[str]) -> None:
    """Refuses every request outside `origin`; notes it, and each error of any page or frame, as problems."""
    elsewhere = re.compile(f"^(?!{re.escape(origin)}/)")

    def refuse(route: Route) -> None:
        problems.append(f"request outside the app: {route.request.url}")
        route.abort()

    def note_error(message: ConsoleMessage) -> None:
        if message.type == "error":
            problems.append(f"console error: {message.text} ({message.location.get('url')})")

    context.route(elsewhere, refuse)
    context.route_web_socket(
        re.compile(f"^(?!{re.escape(origin.replace('http', 'ws', 1))}/)"),
        lambda socket: problems.append(f"connection outside the app: {socket.url}"),
    )
    context.on("console", note_error)
    context.on("weberror", lambda raised: problems.append(f"page error: {raised.error}"))


def shown_exceptions(page: Page) -> list[str]:
    """Texts of the exceptions Streamlit shows on the page; none when the test has closed it."""
    if page.is_closed():
        return []
    return page.locator('[data-testid="stException"]:visible').all_inner_texts()
