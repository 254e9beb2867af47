"""The texts of the practice environment: prose in `../texts/*.toml`, its shapes here, one module per file.

Public bodies carry their real names, everybody else is a role; who says what is made up for practice. Days count from
the day the environment is made.
"""
