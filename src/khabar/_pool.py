"""Many reports on several processes, in input order, with no more of them in memory than the workers have in hand."""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import pickle
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

import msgspec

from .errors import KhabarError
from .intake import Raw
from .model import Report

if TYPE_CHECKING:
    from .reader import Reader

# A chunk is sent when it holds so many reports or so many characters: small enough that workers end together and that
# long reports do not pile up in memory, large enough that sending costs nothing.
_CHUNK_REPORTS = 16
_CHUNK_CHARACTERS = 100_000
_CHUNKS_A_WORKER = 3

_encode = msgspec.msgpack.encode
_decode = msgspec.msgpack.Decoder(list[Report]).decode


def read_in_pool(reader: Reader, reports: Iterable[Raw], workers: int) -> Iterator[Report]:
    """The reports read by ``workers`` processes; ``reports`` is consumed only as fast as results are taken.

    Raises:
        KhabarError: a worker process died (the system may have ended it for its memory).
    """
    chunks = _chunks(reports)
    # Fork shares what is loaded; elsewhere (macOS, Windows) each worker builds its own reader.
    method = "fork" if sys.platform == "linux" else "spawn"
    pool = ProcessPoolExecutor(
        workers, multiprocessing.get_context(method), initializer=_start_worker, initargs=(reader,)
    )
    waiting: deque[Future[bytes]] = deque()
    interrupted = False
    gc.freeze()  # the collector would else touch, and so copy, every page that the workers share
    try:
        for chunk in itertools.islice(chunks, workers * _CHUNKS_A_WORKER):
            waiting.append(pool.submit(_read_chunk, chunk))
        while waiting:
            done = waiting.popleft().result()
            for chunk in itertools.islice(chunks, 1):
                waiting.append(pool.submit(_read_chunk, chunk))
            yield from _unpack(done)
    except BrokenProcessPool:
        raise KhabarError(
            "a worker process died; the system may have ended it for want of memory", "use fewer workers"
        ) from None
    except KeyboardInterrupt:
        interrupted = True
        raise
    finally:
        gc.unfreeze()
        if interrupted:
            _kill_workers(pool)
        pool.shutdown(wait=not interrupted, cancel_futures=True)


def _kill_workers(pool: ProcessPoolExecutor) -> None:
    """End the workers at once: one that a signal ended may have held a lock for which an orderly end would wait."""
    for process in list((pool._processes or {}).values()):
        process.kill()


def _chunks(reports: Iterable[Raw]) -> Iterator[list[Raw]]:
    chunk: list[Raw] = []
    characters = 0
    for raw in reports:
        chunk.append(raw)
        characters += len(raw.text)
        if len(chunk) >= _CHUNK_REPORTS or characters >= _CHUNK_CHARACTERS:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk


_reader: Reader


def _start_worker(reader: Reader) -> None:
    global _reader
    _reader = reader
    # Ctrl-C reaches the whole process group: the parent answers it, a worker just goes.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _read_chunk(chunk: list[Raw]) -> bytes:
    reports = [_reader.read_raw(raw) for raw in chunk]
    try:
        return b"m" + _encode(reports)
    except UnicodeEncodeError:  # lone surrogates, which MessagePack cannot hold
        return b"p" + pickle.dumps(reports)


def _unpack(data: bytes) -> list[Report]:
    if data[:1] == b"m":
        return _decode(data[1:])
    reports: list[Report] = pickle.loads(data[1:])
    return reports
