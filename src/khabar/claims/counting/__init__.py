"""The numbers of acts: what may be a count, what governs it and gives its role, whose it is.

``item`` is the record, ``items`` and ``ones`` find them, ``governing`` reads roles from grammar, ``owning`` says which
of two acts a number belongs to, ``counts`` chooses.
"""
