"""python -m assistant 与 jigao 命令相同。"""

import sys

from assistant.cli import main

if __name__ == "__main__":
    sys.exit(main())
