precedentSearch("index",{"documents":28,"inFile":8,"shards":4,"titles":"n6B","texts":"_kBoV","lengths":"BDICCCCDCCDCFKFHIKHMHKKHFMGG"})
