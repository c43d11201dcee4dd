precedentSearch("documents-0",[
["Precedent","index.html",0,null,[],[]],
["Which message broker","frameworks/message-broker.html",1,null,[],["Four shapes, not four products","four-shapes-not-four-products","What to compare","what-to-compare","What to find out","what-to-find-out","What speaks for what","what-speaks-for-what","Running Kafka","running-kafka","Recommendation","recommendation","After the decision","after-the-decision"]],
["RAG or fine-tuning: choosing the right approach","frameworks/rag-or-fine-tuning.html",1,null,[],["The core distinction","the-core-distinction","When to choose RAG","when-to-choose-rag","When to choose fine-tuning","when-to-choose-fine-tuning","Head-to-head comparison","head-to-head-comparison","The hybrid approach","the-hybrid-approach","Worked example","worked-example","Decision checklist","decision-checklist","Not sure which fits?","not-sure-which-fits"]],
["Catalogue copy","assessments/catalogue-copy.html",2,null,[],[]],
["Clause reviewer","assessments/clause-reviewer.html",2,null,[],[]],
["Document conversion","assessments/document-conversion.html",2,null,[],[]],
["Incident search","assessments/incident-search.html",2,null,[],[]],
["Offline form-filler","assessments/offline-forms.html",2,null,[],[]]
])
