precedentSearch("index",{"documents":29,"inFile":8,"shards":4,"titles":"l8B","texts":"2jBvY","lengths":"BDICCCCDCCDCFKHFHIKHMHKKHFMGG"})
