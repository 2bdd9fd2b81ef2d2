"""Run the command line with ``python -m kybao``."""

from kybao.cli import main

if __name__ == "__main__":
    main()
