"""Archives that programs of others have written, byte for byte, packed.

GO_WINIO: backuptar of github.com/Microsoft/go-winio v0.6.2, by tests/clients/gowinio built with Go 1.26 for Windows and run under Wine:
`go build -o record.exe . && wine record.exe > layer.tar`.

BUILDKIT: util/winlayers of github.com/moby/buildkit v0.25.0 over the walking differ and the local content store of
github.com/containerd/containerd/v2 v2.1.4, built with Go 1.26 for Linux and run as root: `NewWalkingDiffWithWindows(store, differ).Compare`
under `UseWindowsLayerMode`, a lower and an upper folder bound read-only. The upper one has changed `etc/hosts`, made `dir`, `empty-dir`,
two links, a hard link and two odd names, given `dir/empty` a capability and removed `removed` and `gone`.

BUILDKIT_LINUX: the same difference as `archive.WriteDiff` of that containerd writes it, which is what winlayers reads.
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
BUILDKIT = gzip.decompress(
    base64.b64decode(
        "H4sIAAAAAAACA+1cTXLiRhhVUllxCg4QpP5TN16waDCOqdjJMFQy5aUMGlANBpck23g3x8huTpB99rnKHGCOkJaAAJKBUiI1Ar7PVYhWS24a8d77fqR+58yu"
        "XWfg+oGJrGvv2Q2M3A3NbdsWYSb+fR/vx5gQZlRnhgZ7CkLHV8Mb52msXr3pNOX71nXn97bZ910n9KaT0HtwG1hc2PULUccXJq8TTFid8wqxq7e9D51fLn/9"
        "0DM/emN1fOg3MK9QVH3YfpoBVk4rCPIJ/LOd+I/eY5siwikTlCr8I0IV/u1jwn9yckdi79b5/0rhuST8jxHwf5n4n2KObEaz8v/yNCDaklpBkP/f/E8Q8L+2"
        "629tqEAv9B23VtPH/4zaCf4njAD/6+F/tJ3/+fKKmGgL71NSwfWLtR7feQkGDdmV7WGzK5V9kku7jF+bcjhvNnvxZhi3u+3FQb8t9jZvpbxdHDiU1kv7o5Tt"
        "1uKgq0702pLzthpn0d9c9rcXY/wkW4+yqY7udpb/P+7pxO1Go0Jx9dEJR405CqIf/t9f3NrXv/6sffvyx+dzUK3VzHOF/Cb+MUKcsR38Tw1MBREML/0/Rmyj"
        "io4J/0fK/9PBAJygc/f/rIHnb/gAeuM/m/Nk/CcEBf0vv/7HcV8R+t+aStmf75rt0f/ZLv2/tOT7elr/Zdy+uZrv7K7Gv11u7+TPn9QkUp93NG937qLT3pjP"
        "Wn9na3+ljPgvNv4Ttr07/tvUf8QJxH+H43/LfXgMX7XFfzyZ/6PqD/i/LPyPTzb+s0W1p2Z+c2fOovmYgdt/8r3w1ew7j869N1ZvG98ZxvfGD5vf2ulEhiv8"
        "5wr5jPHfOv/jKP+DiYD474D8HyHcDGehFv6nIun/Uzu6/sD/kP8rlv8h/l/hP1fI7+D/ha+H1/lfJPx/YqvDgf81WF+B3Z2EAATI/63rv++OlRA8u1r0H9ko"
        "pf+CgP6XSf8BKaeO/1whn8K/ECJD/o/T6P5fMv9wplmkfwLx31v8H754k1yvfzb+Vz8FuP8D+B9MI/5zhXwK/7vjvyT/28QWRhXrCE6B/9VXHOd+a0XdBZC9"
        "/k8x5P/Kxf9Q/z/l+v8K/8Xwf9b6PyGYQ/1f4/UP+2W7/wv8f+B/4H+N+C9ujP9y/1fk/wP/H4r/rdE0CANd/P9G/R/8/6Pgf6j/n0b+J8J/rpDfxD9GTNg7"
        "8r84Vf9XTaj/67D+yJkM3cGP1fFUbX0AxFnif0P7zZeROZxO8isE7tV/nnr+l1Mb9F+HUbxV/0H2zwb/uUM+qf97139I5H+ilBDo/2H4f5K37eN/jhLxHyUc"
        "Af9D/Fe4EGDK1xeAmBzIKofGf7HT2//8D9uM/yhjDAP/67Ao7AMv6Nz9v+l4AOs/gP5D/e9M638R/osbA9Z/ODb+txyd/J+u/xGC4fkfiP8gEagR/05hY+yP"
        "/3CS/wmG+E+LvQIEAP/p+p/vPkyf3ZyWhsxe/6OUcdB/HQb1P8B/kD/kU/qfrf5HiID7fw7F/8Eo9/g/6/O/mGPI/5Uq/gOmPGX+zx3yKfxnW/+B4aj+t1j/"
        "wbr3Jtb9U/B6P52VF/9Hyv9gYGDna/8A4CbJkwB0AAA="
    )
)
BUILDKIT_LINUX = gzip.decompress(
    base64.b64decode(
        "H4sIAAAAAAACA+2aP27bMBTG2aJTT8EDVBT/mlOmLgmQIUCmjrTFRgIUyaDoRN56jG45QffuvUoP0CNUqgvUVhoHAkKmKd9vIWHYEITP39P3nnhh+lNrCus6"
        "QvNL74zNMvTE0B0PrZQK9mc/fs6YkAuEexSBTeeNGy6P0oQrvDa+PBml/3Zns+9fv2Q/7j5/eouAFAhk+Xv+X0j5sP+pQExoriX77X8qFhxh+pL8P725F0Jb"
        "FGCChCkql4e+xugHrdQR/9Op/ymTCCvwfxT9L/YzoL1e+23k/Ken+Y9TBfkvCkrjy/enZ+cfSG+8d6Szq42r/JaszNosq3rYnrxC6DV6c/g7yIf/T/0PYPmZ"
        "+W+//rOx/xu+D/kvlv4fq9oS3/s4+uvdyvb115PnP1PD3wD0j8CqbbxtPALSrf/O1sZXNzZo/td6Rv6XnFOEOSF58PoE9T/3t1UTb/7zt/o/1V8wJRBmMR5O"
        "iev/K/tlYacA8/v/MQBA/x9Ff7/6N+c/DPSPpX/Zdr4Lq7/U6sj8h93L/1RD/xcn/5emubLFO1y3w+ogECcGuS3JVdtYFNb/x+e/0z2jigvwfwwOZv9NGB7T"
        "n1N+qL/gWmmY/8eACbo7ANI8E/Ai4VmJIfHj8395mP+EXHA4/xGFMfaBC9KlrQs4/5Hy+a9BfxNB/+P1n031Z+P5X6j/4dkiIPX+39nr9sYWQf0/r/9nXMD8"
        "LwpdGf4a89//cioUwjxfVk2+3HTbZduD/gAAAE/KT+tH+skAOAAA"
    )
)
