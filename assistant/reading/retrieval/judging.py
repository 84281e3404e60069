"""有无依据：由检索的种种迹象判断库里答不答得了。权重是数据，由 benchmarks 的脚本拟合。"""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from pydantic import Field

from assistant.domain.facts import Frozen
from assistant.reading.retrieval.likeness import covered

_CEILING = 2.5
_LEAD = 10.0
_FUNCTION = frozenset(
    "的了吗呢吧啊呀么是有在和与或也都就还要能不会可以怎么什么多少几哪谁我们他们你咱这那个给到对把被让"
    "用去来说想得着过上下里中后前时候没有如果一二三四五六七八九十怎样如何算行"
)


class Looked(NamedTuple):
    """检索所见。

    words、pairs    问题里的实词、双字各多稀罕（逆文档频率）；unseen 是全库没有的
    heads           前五条的全部文字
    inside、outside 最像的几种问法的余弦，库里的和库外的；没有向量时为空
    asked、unasked  最像的一种问法的词面得分，库里的和库外的；whole 是首条的
    self_score      问题对自己的词面得分，作分母
    alike、unalike  问题与前五条各自最像的问法、与库外的问法有多像
    lead            待核的线索比首条高出多少，没有排在前面的为零
    margin、agree   首条领先多少；几路认同首条
    named           首条正是问题里写出名称或文号的那部法的
    cues            各类库外问法的常见字眼有没有
    vector          问题的向量
    """

    question: str
    words: Mapping[str, float]
    pairs: Mapping[str, float]
    unseen: frozenset[str]
    heads: tuple[str, ...]
    inside: tuple[float, ...]
    outside: tuple[float, ...]
    first_phrase: float
    asked: float
    unasked: float
    whole: float
    whole_standard: float
    self_score: float
    alike: tuple[float, ...]
    unalike: float
    lead: float
    margin: float
    agree: float
    named: bool
    cues: Mapping[str, bool]
    vector: tuple[float, ...] = ()


class Linear(Frozen):
    """一个线性判断：各迹象减均值、除以离散，加权求和。高于 threshold 为有依据。"""

    threshold: float
    bias: float
    weights: dict[str, float]
    means: dict[str, float]
    spreads: dict[str, float]

    def score(self, signs: Mapping[str, float]) -> float:
        """得分减去门槛；没有的迹象不偏不倚。"""
        return (
            self.bias
            - self.threshold
            + sum(
                weight * (signs.get(name, self.means[name]) - self.means[name]) / self.spreads[name]
                for name, weight in self.weights.items()
            )
        )


class Judge(Frozen):
    """判断的全部权重。encoder 是 vector 所用的编码器；换了编码器或没有向量时只看词面。"""

    encoder: str
    vector: tuple[float, ...]
    vector_bias: float
    grams: dict[str, float]
    gram_bias: float
    full: Linear = Field(description="向量和词面都有")
    plain: Linear = Field(description="只有词面")

    def score(self, looked: Looked, encoder: str) -> float:
        """大于零为有依据。"""
        signs = word_signs(looked) | {"manner": self.manner(looked.question)}
        if encoder != self.encoder or not looked.vector:
            return self.plain.score(signs)
        meaning = sum(map(_times, self.vector, looked.vector)) + self.vector_bias
        return self.full.score(signs | vector_signs(looked) | {"meaning": held(meaning / 3)})

    def manner(self, question: str) -> float:
        """问法像不像问法规的。"""
        known = [self.grams[gram] for gram in grams(question) if gram in self.grams]
        return held((sum(known) / math.sqrt(max(1, len(known))) + self.gram_bias) / 3)


def grams(question: str) -> list[str]:
    """问法的单字、双字、三字，带首尾记号。"""
    letters = ["^", *(c for c in question.lower() if c.isalnum()), "$"]
    threes = ["".join(letters[i : i + 3]) for i in range(len(letters) - 2)]
    return sorted({*letters, *(a + b for a, b in pairwise(letters)), *threes})


def content(words: Sequence[str]) -> tuple[str, ...]:
    """实词：去掉全由虚字组成的。"""
    return tuple(dict.fromkeys(w for w in words if not set(w) <= _FUNCTION))


def word_signs(looked: Looked) -> dict[str, float]:
    """词面的迹象。"""
    by_word = [covered(looked.words, head) for head in looked.heads] or [0.0]
    by_pair = [covered(looked.pairs, head) for head in looked.heads] or [0.0]
    head = looked.heads[0] if looked.heads else ""
    unexplained = [rare for word, rare in looked.words.items() if word not in head]
    own = looked.self_score or 1.0
    unseen = sum(word in looked.unseen for word in looked.words)
    return {
        "words_first": by_word[0],
        "words_best": max(by_word),
        "pairs_first": by_pair[0],
        "pairs_best": max(by_pair),
        "rarest_unexplained": max(unexplained, default=0.0),
        "unseen": float(min(3, unseen)),
        "unseen_share": unseen / max(1, len(looked.words)),
        "unseen_pairs": sum(p in looked.unseen for p in looked.pairs) / max(1, len(looked.pairs)),
        "whole": looked.whole / own,
        "whole_standard": looked.whole_standard,
        "asked": looked.asked / own,
        "unasked": looked.unasked / own,
        "alike_first": looked.alike[0] if looked.alike else 0.0,
        "alike_best": max(looked.alike, default=0.0),
        "unalike": looked.unalike,
        "lead": min(_LEAD, looked.lead),
        "margin": min(3.0, looked.margin),
        "agree": looked.agree,
        "named": float(looked.named),
        "length": math.log(1 + len(looked.question)),
        "short": float(len(looked.question) <= 5),
    } | {f"cue_{kind}": float(hit) for kind, hit in looked.cues.items()}


def vector_signs(looked: Looked) -> dict[str, float]:
    """向量的迹象。"""
    inside = looked.inside or looked.outside[-1:] or (0.0,)  # 没取到的，至多同取到的最低者
    outside = looked.outside or inside[-1:]
    return {
        "near": inside[0],
        "near_three": sum(inside) / len(inside),
        "first_phrase": looked.first_phrase,
        "outside": outside[0],
        "outside_three": sum(outside) / len(outside),
    }


def _times(a: float, b: float) -> float:
    return a * b


def held(value: float) -> float:
    """收在正负二点五之间：一路再有把握，也不压过其余。"""
    return max(-_CEILING, min(_CEILING, value))
