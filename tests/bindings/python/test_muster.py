"""The Python package, as its users use it."""
import asyncio
import copy
import ctypes
import datetime
import decimal
import gc
import json
import math
import os
import pickle
import signal
import subprocess
import sys
import threading
import time

import muster
import pytest
from conftest import PEOPLE

SEIZURES = "count individuals where has phenotype HP:0001250"


def test_answers(catalogue):
    answer = catalogue.query("count individuals by sex")
    assert answer.columns == ["sex", "individuals"]
    assert answer.types == ["text", "integer"]
    assert answer.roles == ["key", "people"]
    assert answer.rows() == [("female", 2), ("male", 1)]
    assert answer.total == {"individuals": 3}
    assert len(answer) == 2 and answer.dicts()[0] == {"sex": "female", "individuals": 2}
    assert answer.provenance.release == "exact" and answer.provenance.version >= 1
    assert answer.provenance.statement == "count individuals by sex"
    assert answer.json()["table"]["rows"] == [["female", 2], ["male", 1]]
    assert "female | 2" in repr(answer)
    html = answer._repr_html_()
    assert "<td>female</td><td>2</td>" in html and "<th>3</th>" in html and "count individuals by sex" in html
    assert catalogue.query(SEIZURES).scalar() == 2
    with pytest.raises(ValueError, match="not one number"):
        answer.scalar()
    with pytest.raises(ValueError, match="query_all"):
        catalogue.query("count individuals; count phenotypes")
    assert [a.scalar() for a in catalogue.query_all("count individuals; count phenotypes")] == [3, 3]


def test_labels(catalogue):
    answer = catalogue.query("count individuals by phenotype")
    assert answer.labels["HP:0001250"] == "of HP:0001250"
    assert "of HP:0001250" in answer._repr_html_()


def test_data_frames(catalogue):
    frame = catalogue.query("count individuals by sex").df()
    assert list(frame.columns) == ["sex", "individuals"]
    assert frame["individuals"].tolist() == [2, 1] and str(frame["individuals"].dtype) == "int64"
    people = catalogue.query("list individuals").df()
    assert len(people) == 3
    assert catalogue.query("list individuals where sex is other").df().empty
    assert catalogue.stream("list individuals").df().equals(people)


def test_arrow_capsules_are_released_by_whoever_has_them(catalogue):
    answer = catalogue.query("count individuals by sex")
    capsule = answer.__arrow_c_stream__()
    assert "arrow_array_stream" in repr(capsule)
    from muster import _arrow

    assert len(_arrow._handed_out) == 1
    del capsule
    gc.collect()
    assert not _arrow._handed_out


def test_what_others_say_of_pythons_functions_is_theirs(catalogue, monkeypatch):
    from muster import _arrow

    theirs = ctypes.pythonapi.PyCapsule_GetPointer
    assert theirs.argtypes is None or ctypes.c_void_p not in theirs.argtypes
    monkeypatch.setattr(theirs, "restype", ctypes.c_void_p)
    monkeypatch.setattr(theirs, "argtypes", (ctypes.py_object, ctypes.c_char_p))
    capsule = catalogue.query("count individuals").__arrow_c_stream__()
    assert theirs(capsule, b"arrow_array_stream") in _arrow._handed_out
    del capsule
    gc.collect()
    assert not _arrow._handed_out


def test_streams(catalogue):
    rows = list(catalogue.stream("list individuals"))
    assert rows == catalogue.query("list individuals").rows()
    with catalogue.stream("list individuals") as stream:
        with pytest.raises(muster.MisuseError):
            catalogue.close()
        list(stream)
        with pytest.raises(ValueError, match="already"):
            list(stream)
    with pytest.raises(muster.QueryError, match="nothings") as caught:
        list(catalogue.stream("list nothings"))
    assert caught.value.code == "unknown-entity" and caught.value.diagnostics == []
    with pytest.raises(muster.DeadlineError):
        catalogue.stream("list individuals", timeout=1e-6).df()
    with pytest.raises(muster.MemoryLimitError):
        list(catalogue.stream("count individuals by sex", memory=100))


def test_streams_that_are_closed_in_their_midst(folder, catalogue):
    with catalogue.stream("list individuals") as stream:
        rows = iter(stream)
        next(rows)
    with pytest.raises(ValueError, match="before its end"):
        list(rows)
    unread = iter(catalogue.stream("list individuals"))
    for _ in catalogue.stream("list individuals"):
        break
    with catalogue.stream("list individuals") as stream:
        assert len(list(stream)) == 3
    del unread
    # None of them is open any more.
    catalogue.close()
    with muster.open(folder):
        pass


def test_streams_that_another_thread_closes(catalogue):
    catalogue.import_text("\n".join(json.dumps({"id": f"m{i}", "subject": {"id": f"m{i}"}}) for i in range(20000)))
    for delay in (0, 0.001, 0.003, 0.01):
        stream = catalogue.stream("list individuals")
        timer = threading.Timer(delay, stream.close)
        timer.start()
        try:
            assert len(list(stream)) == 20003
        except ValueError:
            pass
        timer.join()
    catalogue.close()


@pytest.mark.parametrize("code", ["HP:0001250", muster.text("of HP:0001250")])
def test_parameters(catalogue, code):
    assert catalogue.query("count individuals where has phenotype $code", {"code": code}).scalar() == 2
    assert catalogue.query("count individuals where has phenotype $1 and sex is $2", [code, "female"]).scalar() == 2


def test_lists_and_kinds_of_parameters(catalogue):
    ask = "count individuals where has phenotype in ($codes)"
    assert catalogue.query(ask, {"codes": ["HP:0001250", "HP:0001166"]}).scalar() == 2
    assert catalogue.query(ask, {"codes": ("HP:0001166",)}).scalar() == 1
    born = {"born": datetime.date(1980, 5, 17)}
    assert catalogue.query("count individuals where birth date <= $born", born).scalar() == 1
    assert catalogue.query("count individuals where age as of 2025-01-01 >= $age", {"age": muster.years(18)}).scalar() == 1
    # A value is one value, whatever is in it.
    with pytest.raises(muster.QueryError):
        catalogue.query("count individuals where sex is $sex", {"sex": "female or sex is male"})
    with pytest.raises(muster.QueryError) as caught:
        catalogue.query("count individuals where sex is $sex")
    assert caught.value.diagnostics[0].severity == "error"
    older = "count individuals where age as of 2025-01-01 >= $age"
    for age, people in ((decimal.Decimal("44.5"), 1), (decimal.Decimal("4E+1"), 1), (decimal.Decimal("44.7"), 0)):
        assert catalogue.query(older, {"age": muster.years(age)}).scalar() == people
    for wrong in (True, None, datetime.datetime(2020, 1, 1), float("nan"), decimal.Decimal("inf"), object()):
        with pytest.raises((TypeError, ValueError)):
            catalogue.query("count individuals where age >= $age", {"age": wrong})
    with pytest.raises(TypeError):
        catalogue.query("count individuals where age >= $1", "18")


def test_numbers_are_written_without_exponents():
    from muster.parameters import _written

    for value in (0.1, 1e-9, 1e22, 7.1, -2.5, 3.0, 123456789.125):
        assert "e" not in _written(value) and float(_written(value)) == value


def test_mistakes_say_where(catalogue):
    text = "-- é\ncount individuals where has phenotipe HP:0001250"
    with pytest.raises(muster.QueryError) as caught:
        catalogue.query(text)
    (diagnostic,) = caught.value.diagnostics
    assert text[diagnostic.begin:diagnostic.end] == "phenotipe"
    assert "^" in str(caught.value) and diagnostic.hints


def test_errors(folder, catalogue, tmp_path):
    with pytest.raises(muster.NotFoundError) as caught:
        muster.open(tmp_path / "none")
    assert isinstance(caught.value, FileNotFoundError) and caught.value.code == "not-found"
    with pytest.raises(muster.InUseError) as caught:
        muster.open(folder)
    assert caught.value.retryable and caught.value.hint
    with muster.open(folder, read_only=True) as reader:
        with pytest.raises(muster.ReadOnlyError):
            reader.import_text(PEOPLE)
    with pytest.raises(muster.QueryError):
        catalogue.query("count individuals where country is UKK")
    with pytest.raises(muster.NotFoundError):
        catalogue.query("count individuals", ontologies={"hp": "1999-01-01"})
    with pytest.raises(ValueError, match="no size"):
        muster.open(folder, cache="much")


def test_imports(catalogue, tmp_path):
    file = tmp_path / "people.jsonl"
    file.write_text(PEOPLE)
    seen = []
    report = catalogue.import_files(file, dataset="other", progress=lambda *now: seen.append(now))
    assert report["individuals"] == 3 and report["rows"]["individual"] == 3 and seen
    (told,) = report["problem_list"]  # the same people are in a dataset already
    assert told["kind"] == "note" and "ward" in told["reason"]
    with pytest.raises(muster.CancelledError):
        catalogue.import_files([file], dataset="third", progress=lambda *_: False)
    with pytest.raises(ZeroDivisionError):
        catalogue.import_files([file], dataset="third", progress=lambda *_: 1 // 0)
    assert catalogue.query("count individuals").scalar() == 6
    assert catalogue.delete("other", ["p1", "nobody"]) == 1
    catalogue.compact()
    assert catalogue.check() == []
    assert {d["dataset"] for d in catalogue.info()["datasets"]} == {"other", "ward"}


def test_snapshots_and_statements(catalogue):
    statement = catalogue.prepare("count individuals where sex is $sex")
    assert statement.parameters.keys() == {"sex"}
    with catalogue.snapshot() as snapshot:
        catalogue.delete("ward", ["p3"])
        assert snapshot.query("count individuals").scalar() == 3
        assert statement.run({"sex": "female"}).scalar() == 1
        assert statement.run({"sex": "female"}, snapshot=snapshot).scalar() == 2
        assert catalogue.stats()["open_snapshots"] == 1
    with pytest.raises(muster.QueryError):
        catalogue.prepare("count nothings")


def test_readers_follow_the_writer(folder, catalogue, tmp_path):
    with muster.open(folder, read_only=True) as reader:
        before = reader.refresh()
        catalogue.delete("ward", ["p3"])
        assert reader.query("count individuals").scalar() == 3
        assert reader.refresh() == before + 1
        assert reader.query("count individuals").scalar() == 2
    version = catalogue.backup(tmp_path / "backup")
    assert muster.restore(tmp_path / "backup", tmp_path / "restored") == version
    with muster.open(tmp_path / "restored", read_only=True) as restored:
        assert restored.query("count individuals").scalar() == 2
    with pytest.raises(muster.Error):
        catalogue.backup(tmp_path / "backup")


def test_timeouts_and_tokens(catalogue):
    with pytest.raises(muster.DeadlineError) as caught:
        catalogue.query("count individuals by sex, dataset, country", timeout=1e-6)
    assert isinstance(caught.value, TimeoutError)
    token = muster.Cancel()
    token.cancel()
    with pytest.raises(muster.CancelledError):
        catalogue.query("count individuals", cancel=token)
    assert token.cancelled and catalogue.query("count individuals", timeout=30, memory="1 GB").scalar() == 3
    with pytest.raises(muster.CancelledError):
        catalogue.check(cancel=token)
    for call in (catalogue.compact, lambda cancel: catalogue.import_text("{}", cancel=cancel)):
        with pytest.raises(muster.CancelledError):
            call(cancel=token)
    late = muster.Cancel()
    late.cancel_after(0.001)
    time.sleep(0.01)
    with pytest.raises(muster.CallTimeoutError):
        catalogue.check(cancel=late)
    with pytest.raises(muster.DeadlineError):
        catalogue.query("count individuals", cancel=late)
    never = muster.Cancel()
    for seconds in (math.inf, 1e300, 10**30):
        never.cancel_after(seconds)
        assert catalogue.query("count individuals", timeout=seconds, cancel=never).scalar() == 3
    for call in (never.cancel_after, lambda seconds: catalogue.query("count individuals", timeout=seconds)):
        with pytest.raises(ValueError):
            call(math.nan)


def test_async(catalogue):
    async def ask():
        answers = await asyncio.gather(*(catalogue.query_async(SEIZURES) for _ in range(20)))
        return {answer.scalar() for answer in answers}

    assert asyncio.run(ask()) == {2}


def test_threads(catalogue):
    wrong = []

    def ask():
        for _ in range(200):
            if catalogue.query(SEIZURES).scalar() != 2:
                wrong.append(1)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_forked_children_are_told(folder, catalogue):
    child = os.fork()
    if child == 0:
        code = 1
        try:
            catalogue.query("count individuals")
        except muster.ForkedError:
            catalogue.close()
            with muster.open(folder, read_only=True) as own:
                code = 0 if own.query("count individuals").scalar() == 3 else 2
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert catalogue.query("count individuals").scalar() == 3


def test_ctrl_c_stops_a_call(catalogue):
    """The call ends with KeyboardInterrupt long before it would be over."""
    from muster._interrupt import interruptible

    def forever(token):
        until = time.monotonic() + 60
        while not token.cancelled and time.monotonic() < until:
            time.sleep(0.001)

    threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()
    begin = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        interruptible(forever, None)
    assert time.monotonic() - begin < 10
    assert catalogue.query("count individuals").scalar() == 3


def test_ctrl_c_as_a_call_ends(catalogue):
    """However close the two come, the interrupt is raised and the next call is made: nothing waits for ever."""
    program = """
import signal, threading
from muster._interrupt import interruptible

def call(token):
    signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)

seen = 0
for _ in range(200):
    try:
        interruptible(call, None)
    except KeyboardInterrupt:
        seen += 1
print(seen, interruptible(lambda token: "answered", None))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.stdout == "200 answered\n", done.stderr


def test_what_is_closed_during_a_call(catalogue):
    """A call that was on its way, on another thread, is answered by what it was asked of."""
    snapshot = catalogue.snapshot()
    going, closed = threading.Event(), threading.Event()

    class Slow(str):  # holds the call up as it goes into the library
        def encode(self, *_):
            going.set()
            closed.wait(10)
            return str(self).encode()

    answers = []
    for asked, close in ((snapshot, snapshot.close), (catalogue, lambda: pytest.raises(muster.MisuseError, catalogue.close))):
        thread = threading.Thread(target=lambda: answers.append(asked.query(Slow("count individuals")).scalar()))
        going.clear(), closed.clear()
        thread.start()
        assert going.wait(10)
        close()
        closed.set()
        thread.join()
    assert answers == [3, 3]
    with pytest.raises(muster.MisuseError, match="the snapshot is closed"):
        snapshot.query("count individuals")
    # Not the present version in its place.
    with pytest.raises(muster.MisuseError):
        catalogue.prepare("count individuals").run(snapshot=snapshot)
    with pytest.raises(muster.MisuseError):
        catalogue.stream("list individuals", snapshot=snapshot)
    assert catalogue.query("count individuals").scalar() == 3


def test_what_is_closed(folder):
    opened = muster.open(folder, create=True)
    opened.import_text(PEOPLE)
    answer = opened.query("count individuals by sex")
    snapshot, statement = opened.snapshot(), opened.prepare("count individuals")
    opened.close()
    opened.close()
    assert answer.rows() == [("female", 2), ("male", 1)]
    with pytest.raises(muster.MisuseError):
        snapshot.query("count individuals")
    with pytest.raises(muster.MisuseError):
        statement.run()
    for call in (lambda: opened.query("count individuals"), opened.snapshot, opened.check, opened.stats, opened.schema,
                 lambda: opened.import_text(PEOPLE), lambda: opened.stream("list individuals"), opened.refresh):
        with pytest.raises(muster.MisuseError, match="the catalogue is closed"):
            call()
    # What is left over may be collected in any order.
    del opened
    gc.collect()


def test_left_open_at_the_end(folder):
    """Nothing hangs or crashes when a program forgets to close."""
    program = f"import muster; c = muster.open({str(folder)!r}, create=True); s = c.snapshot(); print(c.info()['version'])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0 and done.stderr == ""


def test_guests(catalogue):
    with pytest.raises(muster.PreconditionError):
        catalogue.admit("alice@uni.eu", "registered")
    policy = {"tiers": {"registered": {"preset": "registered"}}, "ledger": {"durable": "process"}}
    assert "registered" in muster.explain_policy(policy)
    catalogue.set_policy(policy)
    assert catalogue.policy()["tiers"] == policy["tiers"]
    with pytest.raises(muster.NotFoundError):
        catalogue.admit("alice@uni.eu", "none")
    guest = catalogue.admit("alice@uni.eu", "registered", reference="study 7")
    count = guest.query("count individuals").scalar()
    assert count.value is None and count.kind == "suppressed" and count.low == 0
    with pytest.raises(ValueError, match="not zero"):
        int(count)
    with pytest.raises(TypeError):
        bool(count)
    assert guest.budget().units_left == 99 and not guest.budget().suspended
    assert guest.query("count individuals").df()["individuals kind"].tolist() == ["suppressed"]
    assert guest.info()["release"].startswith("registered/")
    assert guest.complete("count ind")[0][0] == "individuals"
    catalogue.suspend("alice@uni.eu")
    assert guest.budget().suspended
    catalogue.reinstate("alice@uni.eu")
    assert "alice@uni.eu" in catalogue.ledger().df()["principal"].tolist()
    assert catalogue.verify_ledger() == []


def test_the_model(catalogue):
    entities, fields = catalogue.schema()
    assert "individual" in [row[0] for row in entities] and len(fields) > 50
    assert catalogue.where("HP:0001250")[0]["entity"] == "phenotype"
    assert ("individuals", ) in [item[:1] for item in catalogue.complete("count ind")]
    assert isinstance(catalogue.collections(), list)


def test_logs(folder):
    lines = []
    with muster.open(folder, create=True, log=lambda level, line: lines.append((level, line)), log_level="info") as opened:
        opened.import_text(PEOPLE)
    assert lines and {level for level, _ in lines} <= {"info", "warning", "error"}
    assert "p1" not in json.dumps(lines)


def test_what_is_of_one_process_is_not_copied(catalogue):
    """A copy of a catalogue closed it when it was collected."""
    held = [catalogue, catalogue.snapshot(), catalogue.prepare("count individuals"), muster.Cancel()]
    for one in held:
        for copy_of in (copy.copy, copy.deepcopy, pickle.dumps):
            with pytest.raises(TypeError, match="neither copied nor pickled"):
                copy_of(one)
    assert catalogue.query("count individuals").scalar() == 3


def test_errors_travel_between_processes(catalogue, tmp_path):
    with pytest.raises(muster.QueryError) as mistake:
        catalogue.query("count nonsense")
    with pytest.raises(muster.NotFoundError) as missing:
        muster.open(tmp_path / "nowhere")
    for error in (mistake.value, missing.value):
        got = pickle.loads(pickle.dumps(error))
        assert type(got) is type(error) and str(got) == str(error) and vars(got) == vars(error)


def test_names_survive_many_threads(catalogue):
    """Texts of options live until the call has returned: a dataset that was freed too early had another name."""
    stop = threading.Event()

    def ask():
        while not stop.is_set():
            catalogue.query("count individuals by sex", ontologies={}).rows()

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    try:
        for number in range(30):
            assert catalogue.import_text(PEOPLE, dataset=f"set {number}")["dataset"] == f"set {number}"
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert {d["dataset"] for d in catalogue.info()["datasets"]} == {"ward"} | {f"set {n}" for n in range(30)}
