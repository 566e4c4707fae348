"""The press room: what the world may know, in every language, from which instant on."""
