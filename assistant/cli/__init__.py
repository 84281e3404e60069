"""命令行：jigao。一个文件一条命令，登记在 registry；这里只管解析、输出和差错。"""

import json
import os
import sys
import traceback
from collections.abc import Sequence

from assistant.bootstrap import connect
from assistant.cli.command import Outcome
from assistant.cli.parser import Parser
from assistant.cli.registry import NAMES, command
from assistant.domain.errors import JigaoError, Refused
from assistant.settings import load

FINE, FOUND, BAD = 0, 1, 2
CRASHED = "程序出错，这一步没有完成；已保存的内容不受影响"


def main(argv: Sequence[str] | None = None) -> int:
    """命令入口。返回 0 无事，1 有必改（或拒绝导出），2 输入或设置有误。"""
    try:
        said = sys.argv[1:] if argv is None else argv
        args = _parser(said).parse_args(said)
        outcome = args.run(args, connect(load()))
    except Refused as error:
        return _complain(error, FOUND)
    except JigaoError as error:
        return _complain(error, BAD)
    except KeyboardInterrupt:
        return _complain(JigaoError("已中断", "已保存的内容不受影响，可重新执行。"), BAD)
    except Exception as error:  # noqa: BLE001 最外层：给人一句话，细节进日志
        return _complain(_crash(error), BAD)
    try:
        _show(outcome, as_json=args.json)
        sys.stdout.flush()
    except BrokenPipeError:  # 下游先收了（head、less）：要的已经给了，不是出错
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return BAD if outcome.bad else FOUND if outcome.must_fix else FINE


def _parser(said: Sequence[str]) -> Parser:
    """写明了哪条命令，就只备那一条的写法。"""
    parser = Parser(prog="jigao", description="绩稿：绩效自评报告的采集、起草、评分与校核")
    commands = parser.add_subparsers(title="命令", metavar="命令", required=True)
    for each in map(command, said[:1] if said[:1] and said[0] in NAMES else NAMES):
        sub = commands.add_parser(each.name, help=each.help, description=each.help)
        sub.add_argument("--json", action="store_true", help="以 JSON 输出")
        each.arguments(sub)
        sub.set_defaults(run=each.run)
    return parser


def _show(outcome: Outcome, *, as_json: bool) -> None:
    if as_json and outcome.data is not None:
        print(json.dumps(outcome.data, ensure_ascii=False, default=str))
    elif outcome.text:
        print(outcome.text)


def _complain(error: JigaoError, code: int) -> int:
    print(error.where, file=sys.stderr)
    if error.todo:
        print(error.todo, file=sys.stderr)
    return code


def _crash(error: Exception) -> JigaoError:
    from assistant.adapters.crashes import record

    detail = "".join(traceback.format_exception(error))
    return record(load().data_dir, CRASHED, detail)
