"""`python -m kaarten` is `kaarten`; build.py starts it so. Leaves alone: everything else, which is the cli's."""

from kaarten.cli import main

if __name__ == "__main__":
    main()
