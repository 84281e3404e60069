"""绩稿。"""

import os  # noqa: TID251 只为下一行

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # 机器忙时，多线程的矩阵运算空转，编码慢十几倍
