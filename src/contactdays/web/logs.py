import logging
class HideSecretAddresses(logging.Filter):
    pass
