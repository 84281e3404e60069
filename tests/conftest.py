"""性质测试的档案：日常与 CI 用固定的例子，结果可重现；另跑 fuzz 档案去找新例子。"""

import os

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("fuzz", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
