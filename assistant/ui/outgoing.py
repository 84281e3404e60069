"""离开本机的：哪个端点得到了什么，遮住了什么；什么也没送出就说没有。"""

from collections.abc import Sequence

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.outgoing import Dispatch


def outgoing_note(desk: LocalDesk, report_id: str) -> None:
    """一行说明，点开看逐次的记录。"""
    sent = [d for d in desk.outbox.dispatches() if d.report in ("", report_id)]
    if not sent:
        st.caption(":material/lock: 本次未出本机。")
        return
    with st.popover(f":material/outgoing_mail: {summary(sent)}"):
        st.caption("数额、姓名、号码在送出前已换成记号，答复回来由本机换回。只记名目，不记内容。")
        st.dataframe([_row(d) for d in reversed(sent)], hide_index=True)


def summary(sent: Sequence[Dispatch]) -> str:
    """本次送出几次，送给了谁。"""
    hosts = "、".join(dict.fromkeys(d.endpoint for d in sent))
    return f"本次向 {hosts} 送出 {len(sent)} 次"


def _row(sent: Dispatch) -> dict[str, str]:
    hidden = "、".join(f"{kind}{count}处" for kind, count in sent.hidden.items())
    return {
        "时间": sent.at[11:19],
        "端点": sent.endpoint,
        "模型": sent.model,
        "送了什么": sent.what,
        "遮住": hidden or "没有要遮的",
        "用时": f"{sent.seconds:.1f}秒",
        "结果": sent.outcome,
    }
