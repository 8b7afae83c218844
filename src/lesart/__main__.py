"""Pick a front door: a subcommand goes to the command line, none to the screen."""


def main() -> int:
    return 0
