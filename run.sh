#!/bin/bash
# run python with this tree's src first
PYTHONPATH=/work/claims/src exec /work/main/.venv/bin/python "$@"
