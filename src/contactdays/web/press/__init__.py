"""The press office: releases before the world knows of them, their files, the roster, and who guesses addresses."""
