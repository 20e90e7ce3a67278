// planted: the first of thirteen files
export {}
