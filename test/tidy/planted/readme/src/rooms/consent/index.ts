export {} // planted
