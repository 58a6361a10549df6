"""Reads records on a Spark cluster with the gongwen command: one process for each partition.

    python gongwen_spark.py INPUT.ndjson OUTPUT_FOLDER [--command "gongwen parse --format ndjson --jobs 1"]

INPUT holds a record a line, {"id": …, "text": "…"}; OUTPUT_FOLDER gets a line for each, {"id": …, "document": {…}} or
{"id": …, "error": {…}}, in the same order.
"""

import argparse

COMMAND = "gongwen parse --format ndjson --jobs 1"


def parse(lines, command=COMMAND):
    """An RDD of results from an RDD of records.

    checkCode=True is what makes this safe: without it Spark takes what a dying command has written so far for all that
    there was, and rows are lost without a word. With it the task fails, is tried again, and at last fails the job.
    """
    return lines.pipe(command, checkCode=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("input")
    arguments.add_argument("output")
    arguments.add_argument("--command", default=COMMAND)
    given = arguments.parse_args()

    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("gongwen").getOrCreate()
    try:
        parse(spark.sparkContext.textFile(given.input), given.command).saveAsTextFile(given.output)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
