"""``summarize review``: the page it writes, and the server behind it, which trusts nobody."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from summarizer.cli.review_server import HOST, MAX_BODY, Desk, _Server
from summarizer.review import read_record
from tests.cli.conftest import Run
from tests.render.html.making import decision_on, item_of, whole
from tests.render.sample import ARTICLE, DOCUMENT

SUMMARY = whole()
CLAIM = item_of(SUMMARY, "claim")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A summary and its article."""
    summary, article = tmp_path / "dam.json", tmp_path / "dam.txt"
    summary.write_text(SUMMARY.model_dump_json(), encoding="utf-8")
    article.write_text(ARTICLE, encoding="utf-8")
    return summary, article


@pytest.fixture
def server(files: tuple[Path, Path]) -> Iterator[_Server]:
    desk = Desk(SUMMARY, DOCUMENT, files[0].with_name("dam.review.json"), "dam.json", "Bo Lind")
    with _Server(desk) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join(5)


class Reply:
    def __init__(self, answer: http.client.HTTPResponse) -> None:
        self.status = answer.status
        self.headers = answer.headers
        self.body = answer.read().decode()


def ask(
    server: _Server, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] = {}
) -> Reply:
    """One request, as a browser on our own page would send it but for what is given."""
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=5)
    sent = {"Host": f"{HOST}:{server.server_port}"}
    if method == "POST":
        sent |= {"Origin": server.origin, "Content-Type": "application/json"}
        sent["Content-Length"] = str(len(body))
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in (sent | dict(headers)).items():
        if value:
            connection.putheader(name, value)
    connection.endheaders(body)
    try:
        return Reply(connection.getresponse())
    finally:
        connection.close()


def saving(*decisions: Any) -> bytes:
    return json.dumps({"decisions": [d.model_dump(mode="json") for d in decisions]}).encode()


def post(server: _Server, what: str, body: bytes, headers: Mapping[str, str] = {}) -> Reply:
    return ask(server, "POST", f"/{server.token}/{what}", body, headers)


def record_of(server: _Server) -> Any:
    return read_record(server.desk.path)


def test_the_page_is_served_with_its_policy_and_never_kept(server: _Server) -> None:
    reply = ask(server, "GET", f"/{server.token}/")

    assert reply.status == 200
    assert SUMMARY.headline in reply.body
    assert "frame-ancestors 'none'" in reply.headers["Content-Security-Policy"]
    assert "default-src 'none'" in reply.headers["Content-Security-Policy"]
    assert reply.headers["Cache-Control"] == "no-store"
    assert reply.headers["Referrer-Policy"] == "no-referrer"
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in reply.headers


def test_save_adds_to_the_record_beside_the_summary(server: _Server) -> None:
    first = decision_on(SUMMARY, CLAIM, "rejected", by="Ann Poole")
    second = decision_on(SUMMARY, CLAIM, "accepted", by="Bo Lind")

    assert post(server, "save", saving(first)).status == 200
    assert post(server, "save", saving(second)).status == 200

    assert [(d.by, d.verdict) for d in record_of(server).decisions] == [
        ("Ann Poole", "rejected"),
        ("Bo Lind", "accepted"),
    ]
    assert server.desk.path.stat().st_mode & 0o777 == 0o600
    assert "Ann Poole" in ask(server, "GET", f"/{server.token}/").body


def test_an_edit_is_checked_by_the_server_whatever_the_page_says(server: _Server) -> None:
    edit = decision_on(
        SUMMARY, CLAIM, "edited", text="About 1,900 households lost power.", holds=True
    )

    post(server, "save", saving(edit.model_copy(update={"wording": "forged"})))

    [kept] = record_of(server).decisions
    assert kept.holds is False
    assert kept.problems[0].kind == "number"
    assert kept.wording == CLAIM.wording


def test_a_wording_can_be_checked_before_it_is_saved(server: _Server) -> None:
    def holds(text: str) -> Any:
        asked = json.dumps({"item": CLAIM.id, "text": text}).encode()
        return json.loads(post(server, "check", asked).body)["holds"]

    assert holds("About 1,200 households had lost power.") is True
    assert holds("Exactly 7,000 households had lost power.") is False
    assert not server.desk.path.exists()


FORGED: dict[str, Mapping[str, str]] = {
    "another site": {"Origin": "http://evil.example"},
    "a site on another port": {"Origin": f"http://{HOST}:1"},
    "a sandboxed frame": {"Origin": "null"},
    "no origin at all": {"Origin": ""},
    "a name that was rebound": {"Host": "evil.example"},
    "a name that was rebound, with the port": {"Host": "evil.example:{port}"},
    "localhost by name": {"Host": "localhost:{port}"},
    "no host": {"Host": ""},
    "a form": {"Content-Type": "application/x-www-form-urlencoded"},
    "plain text": {"Content-Type": "text/plain"},
    "json in a form's clothes": {"Content-Type": "text/plain; application/json"},
    "too much": {"Content-Length": str(MAX_BODY + 1)},
    "no length": {"Content-Length": ""},
    "an odd length": {"Content-Length": "-1"},
}


@pytest.mark.parametrize("what", ["save", "check", "done"])
@pytest.mark.parametrize("headers", FORGED.values(), ids=FORGED)
def test_a_request_that_our_page_did_not_make_does_nothing(
    server: _Server, headers: Mapping[str, str], what: str
) -> None:
    forged = {name: value.format(port=server.server_port) for name, value in headers.items()}

    reply = post(server, what, saving(decision_on(SUMMARY, CLAIM)), forged)

    assert reply.status in (400, 403, 413, 415)
    assert not server.desk.path.exists()
    assert ask(server, "GET", f"/{server.token}/").status == 200  # it still runs


@pytest.mark.parametrize("host", ["evil.example", "localhost", "", "127.0.0.1"])
def test_the_page_is_not_given_to_another_name(server: _Server, host: str) -> None:
    reply = ask(server, "GET", f"/{server.token}/", headers={"Host": host})

    assert reply.status in (400, 403)
    assert SUMMARY.headline not in reply.body


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "//",
        "/x/",
        "/{token}",
        "/{token}/x",
        "/{token}/../",
        "/{token}//",
        "/x/{token}/",
        "/{token}/save",
        "/open/",
        "/open/{token}",
        "/%2e%2e/",
        "/{token}/?a=b",
        "/{short}/",
    ],
)
def test_other_paths_hold_nothing(server: _Server, path: str) -> None:
    asked = path.format(token=server.token, short=server.token[:-1])

    reply = ask(server, "GET", asked)

    assert reply.status == 404
    assert server.token not in reply.body


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "HEAD", "TRACE"])
def test_other_methods_are_not_known(server: _Server, method: str) -> None:
    assert ask(server, method, f"/{server.token}/").status == 501


def test_the_address_given_to_the_browser_works_once(server: _Server) -> None:
    path = f"/open/{server.ticket}"

    first = ask(server, "GET", path)

    assert (first.status, first.headers["Location"]) == (303, f"/{server.token}/")
    assert ask(server, "GET", path).status == 404


OTHER = "6" * 64
UNFIT: dict[str, Mapping[str, Any]] = {
    "of another summary": {"result_sha256": OTHER},
    "of another article": {"document_sha256": OTHER},
    "about no item": {"item": "claim-0123456789"},
    "nobody's": {"by": " "},
    "an edit without a text": {"verdict": "edited", "text": ""},
    "without a time zone": {"at": "2025-03-05T09:30:00"},
    "an odd verdict": {"verdict": "approved"},
    "an odd id": {"item": "../../etc/passwd"},
    "with a field of its own": {"role": "admin"},
}


@pytest.mark.parametrize("change", UNFIT.values(), ids=UNFIT)
def test_a_decision_that_does_not_fit_is_refused_and_told(
    server: _Server, change: Mapping[str, Any]
) -> None:
    good = decision_on(SUMMARY, CLAIM).model_dump(mode="json")
    body = json.dumps({"decisions": [good, good | dict(change)]}).encode()

    reply = post(server, "save", body)

    assert reply.status == 400
    assert json.loads(reply.body)["error"]
    assert not server.desk.path.exists()


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b'{"decisions": 1}', b"[" * 100_000])
def test_a_body_that_is_not_what_it_should_be_is_refused(server: _Server, body: bytes) -> None:
    assert post(server, "save", body).status == 400
    assert post(server, "check", body).status == 400


def test_done_ends_the_server(server: _Server) -> None:
    assert post(server, "done", b"{}").status == 200

    server.shutdown()  # returns when the loop has ended, which it does anyway
    server.server_close()
    with pytest.raises(OSError, match="refused"):
        ask(server, "GET", f"/{server.token}/")


def test_what_another_editor_saved_meanwhile_stays(server: _Server) -> None:
    from summarizer.review import add_decisions, version_of

    theirs = decision_on(SUMMARY, CLAIM, "rejected", by="Cy Dorn")
    post(server, "save", saving(decision_on(SUMMARY, CLAIM, by="Ann Poole")))
    add_decisions(server.desk.path, [theirs], version_of(SUMMARY, DOCUMENT))
    post(server, "save", saving(decision_on(SUMMARY, CLAIM, "open", by="Ann Poole")))

    assert [d.by for d in record_of(server).decisions] == ["Ann Poole", "Cy Dorn", "Ann Poole"]


COMMAND = "import sys; from summarizer.cli import main; sys.exit(main())"


class Running:
    """The command in a process of its own, up to the address it prints."""

    def __init__(self, *words: str | Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", COMMAND, *map(str, words)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "DISPLAY": ""},
        )
        assert self.process.stderr is not None
        line = self.process.stderr.readline()
        if not line.startswith(f"summarize: review at http://{HOST}:"):
            self.process.kill()
            pytest.fail(line + self.process.communicate()[1])
        port, self.token = line.split(":")[-1].strip().rstrip("/").split("/")
        self.origin = f"http://{HOST}:{port}"

    def post(self, what: str, body: bytes) -> int:
        connection = http.client.HTTPConnection(self.origin.removeprefix("http://"), timeout=10)
        headers = {"Origin": self.origin, "Content-Type": "application/json"}
        connection.request("POST", f"/{self.token}/{what}", body, headers)
        status = connection.getresponse().status
        connection.close()
        return status

    def end(self) -> tuple[int, str, str]:
        out, err = self.process.communicate(timeout=20)
        return self.process.returncode, out, err


def test_the_command_serves_until_done(files: tuple[Path, Path]) -> None:
    command = Running("review", *files, "--no-browser")

    assert command.post("save", saving(decision_on(SUMMARY, CLAIM))) == 200
    assert command.post("done", b"{}") == 200

    code, out, err = command.end()
    assert (code, out) == (0, "")
    assert "1 decision saved in" in err
    assert len(read_record(files[0].with_name("dam.review.json")).decisions) == 1


def test_an_interruption_ends_it_and_what_was_saved_stays(files: tuple[Path, Path]) -> None:
    command = Running("review", *files, "--no-browser")
    command.post("save", saving(decision_on(SUMMARY, CLAIM)))

    command.process.send_signal(signal.SIGINT)

    code, out, err = command.end()
    assert (code, out) == (130, "")
    assert "1 decision saved in" in err
    assert "Traceback" not in err
    assert files[0].with_name("dam.review.json").exists()


def test_o_writes_the_page_with_the_record_in_it(
    run: Run, files: tuple[Path, Path], tmp_path: Path
) -> None:
    from summarizer.review import add_decisions, version_of

    decision = decision_on(SUMMARY, CLAIM, note="Ring the board")
    add_decisions(tmp_path / "dam.review.json", [decision], version_of(SUMMARY, DOCUMENT))

    ran = run("review", *files, "-o", tmp_path / "page.html", "--by", "Bo Lind")

    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert "Ring the board" in page
    assert '"record": "dam.review.json"' in page
    assert '"by": "Bo Lind"' in page


def test_o_writes_to_standard_output_too(run: Run, files: tuple[Path, Path]) -> None:
    ran = run("review", *files, "-o", "-")

    assert ran.code == 0
    assert ran.out.startswith("<!doctype html>")


BAD: dict[str, tuple[str, str, str]] = {
    "no summary": ("", "is no summary of this program", "{}"),
    "not json": ("", "is no summary of this program", "x"),
    "a record that is none": ("dam.review.json", "is not a review record", "{}"),
}


@pytest.mark.parametrize(("name", "told", "content"), BAD.values(), ids=BAD)
def test_a_file_that_is_not_what_it_should_be_is_bad_input(
    run: Run, files: tuple[Path, Path], name: str, told: str, content: str
) -> None:
    (files[0].with_name(name) if name else files[0]).write_text(content, encoding="utf-8")

    ran = run("review", *files, "--no-browser")

    assert ran.code == 2
    assert told in ran.err
    assert ran.err.count("\n") == 1


def test_a_summary_that_is_not_there_is_bad_input(run: Run, tmp_path: Path) -> None:
    ran = run("review", tmp_path / "none.json", tmp_path / "none.txt")

    assert ran.code == 2
    assert "cannot be read" in ran.err


def test_a_page_is_of_one_article(run: Run, article: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"

    several = run(article, article, "--model", "extractive", "-o", page)
    assert several.code == 2
    assert "a page shows one article" in several.err
    assert run(article, "--model", "extractive", "-o", page).code == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
