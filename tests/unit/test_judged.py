"""How a call of the network service ended: by its own code, and by its record where that says nothing is wrong."""

from __future__ import annotations

import pytest

from hcsffi.delivery import blocking
from hcsffi.hresult import Outcome
from hcsffi.native.reply import Reply

DELETE = "HcnDeleteEndpoint"
NOT_FOUND = 0x803B0002
ACCESS_DENIED = 0x80070005
FAILURE = b'{"ErrorCode": 2151350274, "Error": "gone"}'
"""2151350274 is 0x803B0002, HCN_E_ENDPOINT_NOT_FOUND."""


@pytest.mark.parametrize(
    ("code", "record", "judged"),
    [
        (0, None, Outcome(DELETE, 0)),
        (0, b"", Outcome(DELETE, 0)),
        (0, b'{"Success": true}', Outcome(DELETE, 0)),
        (0, FAILURE, Outcome(DELETE, NOT_FOUND, FAILURE)),
        (ACCESS_DENIED, None, Outcome(DELETE, ACCESS_DENIED)),
        (ACCESS_DENIED, FAILURE, Outcome(DELETE, ACCESS_DENIED)),
    ],
    ids=["done", "done with an empty record", "done with a record", "failed by its record", "failed", "failed with another record"],
)
def test_a_record_is_heard_where_the_code_says_success(code: int, record: bytes | None, judged: Outcome) -> None:
    """A record left by an earlier call never speaks louder than what the function itself says."""
    assert judged == blocking._judged(Reply(Outcome(DELETE, code), None, record))
