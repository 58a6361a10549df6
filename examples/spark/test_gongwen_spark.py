"""Local Spark and the single process give the same lines; a worker that is killed fails the job and loses no rows.

GONGWEN names the command's binary. `cargo xtask test spark` builds it, installs pyspark and runs this.
"""

import json
import os
import shlex
import stat
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import gongwen_spark

GONGWEN = shlex.quote(os.environ.get("GONGWEN", "gongwen"))
COMMAND = f"{GONGWEN} parse --format ndjson --jobs 1"
RECORDS = 2000


def records():
    """Records of many kinds: short, long, empty, with ids of every type, and some that are broken."""
    ids = [1, 1.5, "甲", None, {"a": [1]}, True]
    for i in range(RECORDS):
        if i % 97 == 5:
            yield "no record"
        else:
            text = f"5月{i % 28 + 1}日，青山管理局召开动员大会。局长林晓峰主持会议并强调，各单位要抓好落实。\n" * (i % 7)
            yield json.dumps({"id": ids[i % len(ids)], "text": text}, ensure_ascii=i % 2 == 0)


class OnLocalSpark(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        from pyspark import SparkConf, SparkContext

        # Workers run the Python that runs this.
        os.environ["PYSPARK_PYTHON"] = sys.executable
        conf = SparkConf().setMaster("local[2]").setAppName("gongwen").set("spark.ui.enabled", "false")
        conf = conf.set("spark.driver.bindAddress", "127.0.0.1").set("spark.driver.host", "127.0.0.1")
        cls.context = SparkContext(conf=conf)
        cls.context.setLogLevel("OFF")
        cls.lines = list(records())

    @classmethod
    def tearDownClass(cls):
        cls.context.stop()

    def test_the_lines_are_those_of_the_single_process(self):
        alone = subprocess.run(
            shlex.split(COMMAND), input="\n".join(self.lines) + "\n", capture_output=True, encoding="utf-8", check=True
        )
        spread = gongwen_spark.parse(self.context.parallelize(self.lines, 7), COMMAND).collect()
        self.assertEqual(len(spread), RECORDS)
        self.assertEqual(spread, alone.stdout.splitlines())

    def killer(self, folder):
        """A command that passes half of its records on to gongwen and is killed then."""
        script = Path(folder) / "killed"
        script.write_text(f"#!/bin/sh\nhead -n 100 | {COMMAND}\nkill -KILL $$\n", encoding="utf-8")
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        return str(script)

    def test_a_killed_worker_fails_the_job(self):
        from py4j.protocol import Py4JJavaError

        with tempfile.TemporaryDirectory() as folder:
            killer = self.killer(folder)
            with self.assertRaises(Py4JJavaError):
                gongwen_spark.parse(self.context.parallelize(self.lines, 2), killer).collect()
            # This is what the check is for: without it the same command loses rows and says nothing.
            lost = self.context.parallelize(self.lines, 2).pipe(killer).collect()
            self.assertLess(len(lost), RECORDS)


if __name__ == "__main__":
    result = unittest.main(exit=False).result
    failed = len(result.failures) + len(result.errors)
    print(f"# pass {result.testsRun - failed}\n# fail {failed}")
    sys.exit(failed > 0)
