"""Archives that programs of others have written, byte for byte, packed.

GO_WINIO: backuptar of github.com/Microsoft/go-winio v0.6.2, by tests/clients/gowinio built with Go 1.26 for Windows and run under Wine:
`go build -o record.exe . && wine record.exe > layer.tar`.
"""

from __future__ import annotations

import base64
import gzip

GO_WINIO = gzip.decompress(
    base64.b64decode(
        "H4sIAAAAAAACA+3azW7bVhoGYK11FbqB0DyHPzIKaCGnLmygSeO4SYBBN4TNetTEP5DoiTurXkZ3vYLuu++t9AJ6CUMpacdSnckYkZWwfp4NaR0jsn30vh9J5El1tVdX"
        "x/V0lqRbe5N/1bPe2qVvvOuYZkX883zxeggxxt7gqrcBl7OmmrZv37uf8nLw5f7O+OnDvf3nu8nRtK6ayflZMzmtR6H8Y0eSELO8KIf9WAweHb7Yf/z5Vy8Ok28nr9rv"
        "bqbtN/a382sL0+r17Hg0PhjvnuwcjFsvx8t2xidvTw4Xh5PF1we7b5efLV7tx+1BtfyDxKRYHMN87Wh5LUuGi8WsH7PB6fJaSGLR73GDO4r8Sv7z/5n/+XnIhnGYh/lm"
        "tflPYwy9QdGl/K/+ch3x5Hr/f9Em+hPp/7TU//pf/9+1O4r8B/d/Wuj/je3/1tIUOJ5MP3r/D8tc/3em/7f1f6f7f/2R/9D+H5aZ/t/o/i/PgHm2k+aq2Uj/5yFb6f+s"
        "CEP935X+z+Kd9H+WXfs3r+bvlDweP9odjce7D7dej0YGxFrzv9bIL+c/pO/p/+FK/8dF/tMu5b+j/X/Uhr0+a3rc8+u/m+f/Z/8+P6vvev63t3sr8z8vPP/bDDNU/pfn"
        "/1oif7v5H1bv/7J8aP5vxD/azd4/HmWSYP5fm//16UXz/fqe/9z2+W8W/P+Pe3//79Jko/lfa+Rvlf+/Pv+Nob0kMP8/Xv/PLqrprN7Q/mfFX57/xlL/f4r9X97U/0We"
        "GwCd7/+1Rv7/v/8rb+z/WJT6HwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAADblAgAAAAAAAAAAAAAA"
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAFo9AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAaH0xeVXPtp5UV3t1dVxPZ0m69d3l2VEzOT9b23ukb7zrmOZp+ef54vWQpdmwN7jaxB/gctZU0/bt7+n+5+Xgy/2d8dOHe/vPd5Oj"
        "aV3Nt76ZnNajUP6xI0mIWV6Uw34cDh4dvth//PlXLw6Tb9uPTtU001Fod7Afy2tLp+eXZ83F+eSsGYX+dn5tZVq9nh2Pxgfj3ZOdg3Hr5XjZzvjk7cnh4nCy+Ppg9+3y"
        "s8Wr/bg9qJZ/yJgUi2OYrx0tr2XJcLGY9WM2OF1eC0ks+vc9/2uP/HL+3/yx35n/+XnIhnGYh/mGzPNfZGVvEB9+9s3X1fSkbjqQ/9Vfrrv9/2py9nK9+/+e/s+KfKX/"
        "Y8gL/d+d/i9KLd/l/l975Ff6P962//O8vf6Lx5PpN/NPWdJcNZ96/v8+/X/YTKv6wYPN9X8ewmr/5yHq/0+w/4ub+j+LXWj/LAwuquafozef+PmH/Nef6ge//fLzg99/"
        "+vGH+zoc/vvXWGvkV/o/fU//h5X+D/NHAoO0S/nvaP9fugS615Ym/7Nm8mrSfP/80Zrz/977v7g6/9PC/O/M/A/u/jrrjiK/kv/8lvd/IS1Cb1CY/5vb/+V7wMVl4cfr"
        "/6y9AtT/+l//by7/a438B/Z/DCHT/wB36T+N7sarAFIDAA=="
    )
)
