/**
 * The Python that sends recorded cases and compares the answers: pytest and the standard library, one file, so that it imports under every import mode.
 * `http.client` sends the path, repeated headers and their order exactly as they were recorded.
 */
const program = `"""Sends recorded requests again and compares the answers.

COMPAT_BASE_URL says where to (DEFAULT_ORIGIN otherwise), KLAVIYO_API_KEY with which key (a new test key otherwise). Run: pytest
"""

import base64
import difflib
import http.client
import json
import os
import time
import urllib.parse
import uuid
from pathlib import Path

import pytest

CASE_FILES = CASE_FILE_LIST
BASE_URL = urllib.parse.urlsplit(os.environ.get("COMPAT_BASE_URL") or "DEFAULT_ORIGIN")
TIMEOUT_SECONDS = 120

# A key for each variable that is not set: well-formed, and new in each run, so that earlier runs leave nothing behind.
MADE_KEYS = {}


def key_in(variable):
    return os.environ.get(variable) or MADE_KEYS.setdefault(variable, "ps_test_" + uuid.uuid4().hex)


def with_keys(text):
    """Text in which a part {"env": ...} stands for a key."""
    if isinstance(text, str):
        return text
    return "".join(part if isinstance(part, str) else key_in(part["env"]) for part in text)


def bytes_of(body):
    return body.encode("utf-8") if isinstance(body, str) else base64.b64decode(body["base64"])


def path_below_base(path):
    """The path below the base URL, which may itself end in what recorded paths begin with ("/klaviyo/v1")."""
    start = BASE_URL.path.rstrip("/")
    return path if path.startswith(start + "/") else start + path


def read_cases():
    """The cases of the data files beside this one, in the order in which the requests arrived."""
    for name in CASE_FILES:
        with open(Path(__file__).with_name(name), encoding="utf-8", newline="\\n") as lines:
            for line in lines:
                case = json.loads(line)
                skip = case.get("skip")
                yield pytest.param(case, id=case["name"], marks=[pytest.mark.skip(reason=skip)] if skip else [])


class Exact:
    """Sends a path with characters beyond ASCII as the bytes that were recorded."""

    def _encode_request(self, request):
        return request.encode("latin-1")


class ExactHttp(Exact, http.client.HTTPConnection):
    pass


class ExactHttps(Exact, http.client.HTTPSConnection):
    pass


def send_once(request):
    body = bytes_of(request["body"])
    connect = ExactHttps if BASE_URL.scheme == "https" else ExactHttp
    connection = connect(BASE_URL.hostname, BASE_URL.port, timeout=TIMEOUT_SECONDS)
    path = path_below_base(with_keys(request["path"]))
    connection.putrequest(request["method"], path, skip_host=True, skip_accept_encoding=True)
    connection.putheader("Host", BASE_URL.netloc.rpartition("@")[2])
    for name, value in request["headers"]:
        connection.putheader(name, with_keys(value))
    if body or request["method"] != "GET":
        connection.putheader("Content-Length", str(len(body)))
    connection.putheader("Connection", "close")
    connection.endheaders(body or None)
    try:
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


def send(request):
    """Sends a recorded request. A limit that the recording did not meet is waited out."""
    for _attempt in range(2):
        answer, body = send_once(request)
        if answer.status != 429:
            return answer, body
        seconds = answer.getheader("Retry-After", "")
        time.sleep(min(int(seconds) if seconds.isdecimal() else 60, 90))
    return send_once(request)


class NumberText(str):
    """A number as it was written: two that a float rounds to one are not the same."""


def refuse_constant(name):
    raise ValueError(name + " is no JSON")


def parse_exactly(text):
    return json.loads(text, parse_int=NumberText, parse_float=NumberText, parse_constant=refuse_constant)


def member(owner, name):
    if isinstance(owner, dict):
        return owner.get(name)
    if isinstance(owner, list) and name.isdecimal() and int(name) < len(owner):
        return owner[int(name)]
    return None


def is_text(value):
    return isinstance(value, str) and not isinstance(value, NumberText)


def settle(value, volatile):
    """Puts one and the same text at each place that may differ, if it has a text there."""
    for pointer in volatile:
        *names, last = [name.replace("~1", "/").replace("~0", "~") for name in pointer[1:].split("/")]
        owner = value
        for name in names:
            owner = member(owner, name)
        if is_text(member(owner, last)):
            owner[last if isinstance(owner, dict) else int(last)] = "(any text)"
    return value


def lay_out(value, indent=""):
    """JSON laid out with names in order, so that two texts differ where the values do."""
    if isinstance(value, NumberText):
        return str(value)
    if not isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    inner = indent + "  "
    if isinstance(value, list):
        members = [inner + lay_out(item, inner) for item in value]
        opening, closing = "[]"
    else:
        members = [inner + json.dumps(name) + ": " + lay_out(value[name], inner) for name in sorted(value)]
        opening, closing = "{}"
    if not members:
        return opening + closing
    return opening + "\\n" + ",\\n".join(members) + "\\n" + indent + closing


def body_text(body, volatile):
    try:
        return lay_out(settle(parse_exactly(body.decode("utf-8")), volatile))
    except (ValueError, RecursionError):
        return body.decode("utf-8", "backslashreplace")


def answer_text(status, headers, body, volatile):
    lines = [name + ": " + headers[name] for name in sorted(headers)]
    return "\\n".join([str(status), *lines, "", body_text(body, volatile)])


def expected_text(case):
    """What the recorded answer says, in a form to compare."""
    expected = case["answer"]
    return answer_text(expected["status"], expected["headers"], bytes_of(expected["body"]), case["volatile"])


def actual_text(answer, body, case):
    """What an answer says of that which the recorded one says."""
    headers = {name: answer.getheader(name, "(none)") for name in case["answer"]["headers"]}
    return answer_text(answer.status, headers, body, case["volatile"])


# One after another, in the order in which they arrived: an answer may depend on what an earlier request created.
@pytest.mark.parametrize("case", read_cases())
def test_answer_is_as_recorded(case):
    answer, body = send(case["request"])
    expected, actual = expected_text(case), actual_text(answer, body, case)
    # All of the difference: an assertion's own is cut short.
    lines = difflib.unified_diff(expected.split("\\n"), actual.split("\\n"), "expected", "actual", lineterm="")
    if expected != actual:
        pytest.fail("\\n".join(lines), pytrace=False)
`;

/**
 * The test file for these data files. Their names are letters, digits, hyphens and dots, so that JSON's form of a list is also Python's. `origin` is where it sends
 * to unless its environment says otherwise.
 */
export function pythonTests(caseFiles: readonly string[], origin: string): string {
  const list = JSON.stringify(caseFiles, null, 4).replace(/"\n\]$/, '",\n]');
  return program.replace("CASE_FILE_LIST", () => list).replaceAll("DEFAULT_ORIGIN", () => origin);
}
