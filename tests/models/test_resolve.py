"""From a model's name to the model."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.errors import ProviderRejected, RequestInvalid, UnknownName, WeightsUnavailable
from summarizer.models import LocalOptions, Settings, check_model_id, default_model_id, open_model

from .conftest import ChatServer, question


@pytest.mark.parametrize(
    ("environ", "name"),
    [
        ({}, "local/qwen2.5-coder-1.5b"),
        ({"OPENAI_API_KEY": "x"}, "openai/gpt-5.4-mini"),
        ({"OPENAI_API_KEY": ""}, "local/qwen2.5-coder-1.5b"),
        ({"OPENAI_API_KEY": "x", "SUMMARIZER_MODEL": "local/smollm2-135m"}, "local/smollm2-135m"),
        ({"SUMMARIZER_MODEL": "  "}, "local/qwen2.5-coder-1.5b"),
    ],
    ids=["nothing", "key", "empty-key", "chosen", "blank"],
)
def test_default_model(environ: dict[str, str], name: str) -> None:
    assert default_model_id(environ) == name


@pytest.mark.parametrize(
    ("given", "full"),
    [
        ("local/smollm2-135m", "local/smollm2-135m"),
        ("./x.gguf", "local/./x.gguf"),
        ("/a/b.gguf", "local//a/b.gguf"),
        ("local//a/b.gguf", "local//a/b.gguf"),
        ("openai/gpt-4.1-mini", "openai/gpt-4.1-mini"),
    ],
)
def test_full_name(given: str, full: str) -> None:
    assert check_model_id(given) == full


@pytest.mark.parametrize("name", ["", "gpt", "/", "openai/", "/x", "local/none", "vllm/Qwen/Q"])
def test_unknown_name_has_a_remedy(name: str) -> None:
    with pytest.raises(UnknownName) as caught:
        open_model(name, environ={})
    assert caught.value.remedy
    assert caught.value.exit_code == 2


def test_openai_without_a_key_is_refused_before_anything_is_sent() -> None:
    with pytest.raises(ProviderRejected, match="no key"):
        open_model("openai/gpt-5.4-mini", environ={})


@pytest.mark.parametrize("provider", ["openai", "vllm"])
@pytest.mark.parametrize("way", ["environment", "settings"])
def test_any_compatible_server(server: ChatServer, provider: str, way: str) -> None:
    environ = {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "sk-1"}
    settings = Settings(base_url=server.url, api_key="sk-1")
    name = f"{provider}/Qwen/Qwen3-8B"
    chosen = (name, None, environ) if way == "environment" else (name, settings, {})
    with open_model(chosen[0], chosen[1], environ=chosen[2]) as model:
        model.ask(question())
    call = server.calls[0]
    assert call.body["model"] == "Qwen/Qwen3-8B"
    assert call.headers["authorization"] == "Bearer sk-1"
    assert (model.id, model.provider) == (name, provider)
    assert dict(model.parameters) == {"server": server.url}


def test_key_and_credentials_of_the_address_stay_out_of_provenance(server: ChatServer) -> None:
    url = server.url.replace("http://", "http://user:secret@")
    with open_model("x/y", Settings(base_url=url, api_key="secret"), environ={}) as model:
        assert "secret" not in repr(dict(model.parameters))


def test_opening_a_local_model_fetches_and_loads_nothing(tmp_path: Path) -> None:
    settings = Settings(local=LocalOptions(context_tokens=4096))
    with open_model(str(tmp_path / "none.gguf"), settings, environ={}) as model:
        assert model.context_tokens == 4096


@pytest.mark.parametrize("content", [None, b"", b"<html>not a model</html>"])
def test_file_that_is_no_model_is_typed(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "x.gguf"
    if content is not None:
        path.write_bytes(content)
    with (
        open_model(str(path), environ={}) as model,
        pytest.raises(WeightsUnavailable, match=r"x\.gguf"),
    ):
        model.ask(question())


def test_context_is_not_larger_than_the_model_was_trained_for() -> None:
    settings = Settings(local=LocalOptions(context_tokens=1 << 20))
    with open_model("local/smollm2-135m", settings, environ={}) as model:
        assert model.context_tokens == 8192


def test_importing_the_package_imports_no_client() -> None:
    heavy = ("openai", "instructor", "httpx2", "tenacity", "pydantic", "xllamacpp", "filelock")
    code = f"import sys, summarizer.models; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "address",
    [
        "localhost:8000",
        "http://",
        "ftp://127.0.0.1/v1",
        "http://[bad",
        "http://h:99999",
        "http://h:x",
        "http://h/\x1b[31m",
        "http://" + "x" * 100_000 + "/v1",
        "http://\ud800/v1",
    ],
    ids=lambda address: ascii(address[:20]),
)
def test_address_that_is_none_is_told_at_the_start(address: str) -> None:
    with pytest.raises(RequestInvalid, match="address of the server"):
        open_model("openai/m", Settings(base_url=address, api_key="k"), environ={})


@pytest.mark.parametrize("key", ["sk-\xe9", "sk-\x00", "sk-a\nb"], ids=ascii)
def test_key_that_cannot_be_sent_is_told_at_the_start(key: str) -> None:
    with pytest.raises(ProviderRejected) as caught:
        open_model("openai/m", Settings(api_key=key), environ={})
    assert "sk-" not in str(caught.value)


def test_line_end_after_key_and_address_is_taken_off() -> None:
    environ = {"OPENAI_API_KEY": "sk-x\n", "OPENAI_BASE_URL": " http://127.0.0.1:9/v1\n"}
    with open_model("openai/m", environ=environ) as model:
        assert model.parameters["server"] == "http://127.0.0.1:9/v1"
