/** Words, folded, that follow a title or end a street without being a name. */

const words = (...lists: readonly string[]): ReadonlySet<string> => new Set(lists.join(' ').split(/\s+/));

/** Words of the language: none is a name after a title, in whatever letters. */
const GRAMMAR = `
a ai aie aient ait alors apres as au aucun aucune aura aurait aussi autant autre autres aux avaient avait avant avec avez avons ayant
beaucoup bien bof bon bonjour bonsoir bonne bref bravo c ca car ce ceci cela celle celles celui ces cest cet cette ceux chaque chez ci combien
comme comment contre cordialement d dans de deja depuis derriere des desormais deux devant devrait devraient doit doivent donc dont du durant
e elle elles en encore enfin ensuite entre envers es est et etaient etait etant ete etes etre eu eut faut fois furent fut g hier hors i ici il ils j
jai jamais je jusqu jusque juste l la laquelle le lequel les lesquels leur leurs loin lol lors lorsque lui m ma mais malgre mdr me meme memes merci mes mieux
moi moins mon n ne neanmoins ni non nos notre nous on ont or ou oui par parce parfois parmi partout pas pendant personne peu peut peuvent plus plutot
pour pourquoi pourrait pourtant pouvez pouvoir pres puis puisque qu quand que quel quelle quelles quelqu quelque quelques quels qui quoi
rien s sa salut sans sauf se selon sera serait ses seul seule seulement si sinon soit son sont sous souvent suis suite sur surtout svp stp t ta tandis
tant tard te tel telle tellement tes toi ton tot toujours tous tout toute toutefois toutes tres trop tu un une va vais vers veuillez via voici voila voir vos
votre vous vraiment y ya pk ke ki jcrois sil etc ok ras ex bjr slt cdt cordialt respectueusement sincerement aimablement bonne mauvaise
maintenant besoin concernant souhaitant habitant residant pareil help erreur objet carte aujourd demain matin soir midi lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre
novembre decembre trois quatre cinq six sept huit neuf dix douze
this that these those is are was were be been the an and but or in on at to from with by for of it its he she they we you your my our his her
their not never no yes very has have had did does do said told asked will would can could should who which what when where there here so too
also please thanks thank hello hi dear everyone someone anyone nobody because if as than then just really always again after before since`;

/** Verbs, adjectives and nouns that comments put right after a title. */
const ORDINARY = `
accepte accueil accueillant accueillante adorable agreable aide aidait aimable appelle arrive attend attendait avoue bloque calme cherche claire clair
comprend comprenait competent competente connait connaissait contente correct correcte croit demande demandait demontre deplorable desagreable desolee
dit dire disait disent disant donne doit efficace envoie envoye essaie essaye explique expliquait exige fait faisait fasse ferme gentil gentille gere
guichet hurle impolie incompetent incompetente inconnu inconnue informe insiste insulte joue lit manque met mets monte montre merite note obligatoire oublie
ouvre parait parle parlait pense perd peste pleure prend prenait prefere pretend pris promet propose raccroche raconte rappelle recoit reconnait refuse refusait
regarde renvoie repond repondait reste revient ri rigole s'est sait savait semble signale sourit souriant souriante sympa sympathique tape traite
trouve utilise valide veut veux verifie vient voit voulait vu jeune vieux agee age inadmissible honte nul nulle nuls super parfait parfaite excellent
excellente top genial geniale simple simples pratique facile efficace satisfait satisfaite decu decue rapide lent lente serviable patient patiente bienveillant bienveillante professionnel professionnelle ecoute passe passait
quittait part partie parti restee donc attention question questions reponse probleme service services site dossier demarche aller suivant suivante
suivi bonsoir lambda tout-le-monde propre vacances impossible possible difficile incroyable votre cher chere chers cheres
absent absente present presente fache fachee charmant charmante concerne concernee obtient etonne remercie prie souhaite signe presume
mal orthographie orthographiee errone erronee ecrit ecrite incorrect incorrecte faux fausse change changee refuse refusee accepte acceptee trop long longue
compose composee court courte absent coupe coupee tronque tronquee different differente identique celui invalide introuvable illisible inconnu manquant
manquante vide rejete rejetee deforme deformee mentionne inscrit inscrite marque affiche affichee connu connue obligatoire facultatif requis requise
reconnu reconnue enregistre enregistree visible inverse inversee present suivi remplace commun rare utilise utilisee
spelled spelt wrong incorrect misspelled missing accepted rejected not refused hyphenated mayor sir madam president minister officer director
said told kept went gave came helped called asked wrote
annexe article chapitre section tableau figure partie paragraphe
avoir certifie declare atteste demeurant habite travaille attends existe arrete change coupe crie dort finit finira tient sort rentre ignore compte confirme conseille crois modifie oriente ose paie paye
peine possede precise quitte rend repart repete retourne rit sert tarde telephone termine touche transmet verra viendra oblige obligee jattend jattends jarrive jhabite
jetais cetait jpeux jveux appelez rappelez aidez repondez faites dites regardez arretez bougez changez corrigez dormez laissez merite connecte
electroniquement numeriquement manuscrite coche cochez cocher
hautain hautaine froid froide distant distante presse pressee impoli impolie agressif agressive arrogant arrogante odieux odieuse mechant mechante poli polie courtois courtoise
enerve enervee stresse stressee deborde debordee meprisant meprisante condescendant condescendante hostile malpoli malpolie grossier grossiere enceinte prioritaire handicape handicapee malade
code formulaire document compte delai courrier papier portail lien fichier paiement montant permis titre prix systeme untel unetelle`;

/** Functions and places: "monsieur le préfet", "madame de la CAF". */
const FUNCTIONS = `
accueil acceuil adjoint adjointe administrateur administratrice administration agence agent agente ambassadeur ambassadrice assesseur assistant assistante
assureur avocat avocate batonnier bourgmestre cadre caf caisse cabinet caissier caissiere cardiologue chancelier charge chargee chauffeur chef cheffe
chirurgien chirurgienne citoyen citoyenne colonel commandant commissaire comptable concierge conciliateur conciliatrice conseil conseiller
conseillere consul consule consulat contribuable controleur controleuse coordinateur coordinatrice coordonnateur cpam curateur defenseur delegue deleguee
dentiste depute deputee dgfip directeur directrice docteur doctoresse doyen doyenne ecole ecrivain educateur educatrice elu elue employe employee
enqueteur enseignant enseignante etat examinateur expert experte facteur factrice fonctionnaire formateur formatrice france garde gardien gardienne gendarme general
generaliste gerant gerante gestionnaire gouverneur greffier greffiere guichetier guichetiere gynecologue hotesse huissier infirmier infirmiere ingenieur
inspecteur inspectrice instituteur institutrice instructeur instructrice interlocuteur interlocutrice interne intendant intendante journaliste juge juriste
lieutenant madame mademoiselle magistrat magistrate maire mairesse mairie maitre major mediateur mediatrice medecin medecine mesdames messieurs mme mlle
ministere ministre monsieur mr mrs ms miss msa notaire officier operateur operatrice oncologue ophtalmologue orl payeur pediatre percepteur perceptrice
permanencier remplacant remplacante suppleant suppleante vacataire contractuel contractuelle pharmacien pharmacienne pole policier policiere pompier poste postier postiere prefecture prefet prefete premier premiere presidence president
presidente preposee prepose procureur procureure professeur professeure proviseur psychiatre psychologue radiologue receptionniste receveur receveuse
recteur rectrice redacteur redactrice referent referente regisseur responsable retraite retraitee rhumatologue secretaire secretariat securite senateur
senatrice sophrologue sous-prefet sous-prefete specialiste stagiaire standardiste substitut superviseur surveillant surveillante syndic technicien technicienne
telephoniste titulaire traitant traitante tresorier tresoriere tresorerie tribunal tuteur tutrice urssaf urgentiste usager usagere usagers veterinaire vice-president
vice-presidente vigile ville ouvrage oeuvre oeuvres conferences chien nageur maitre-nageur mot sous-prefecture mission hote hotel ceremonie restaurateur artisan coiffeur
bricolage droit lettres sciences medecine principal principale documentaliste certifie agrege agregee france-services franceconnect ants
departemental departementale regional regionale national nationale academique delegue publique public municipal municipale territorial territoriale judiciaire
ccas cias mdph pmi sip ddt ddtm cdad finances affaires republique ile-de-france travail interieur sante office word excel windows chrome firefox surname first last full name prenom nom usage naissance famille civilite`;

/** What nobody is called: a title followed by one of these names nobody. */
export const NOT_NAMES = words(GRAMMAR, ORDINARY, FUNCTIONS);

/** Of these, the ones that are surnames too: with a capital right after a title, "M. Lundi", they name somebody. */
export const ALSO_SURNAMES = words(`
lundi mardi mercredi jeudi vendredi samedi dimanche janvier mars avril mai juin juillet aout midi bon clair gentil vieux jeune content simple
calme parfait patient court long lent garde major charmant aimable`);

/** What ends the name of a street or a town in a sentence without capitals. */
export const NOT_IN_PLACES = words(
  GRAMMAR.replace(/\b(?:general|premier)\b/g, ''),
  `mais arrive barree coupee bloquee fermee inaccessible introuvable est n'est n'y j'ai c'est n'existe depuis merci tel telephone mail email
   courriel france svp alors probleme toujours jamais dossier courrier colis code cp batiment appartement etage escalier que qu'il qu'on s'il d'ici bat bats esc apt appt appart imm hall bp cs cedex
   and but since with where which phone i'm`,
);

/** Usual first names: after one, another word is the surname. */
export const FIRST_NAMES = words(`
abdel abdelkader abdoulaye abdullah adama adja ahmet aissatou aleksander alioune amadou amara aminata amira anders andrzej anica antonia arif arthus asma assia awa ayse bakary bao binta bintou
boubacar brahima chadia cheikh cheick chinh demba dieynaba djibril dominika dragan duarte ebru elif emre fanta fatou fatoumata fatoumatta ferhat fernanda fernando filipe francisca francisco giovanni goran
hafida hakan hakim halima hamza hatice houria ibrahima idrissa ismael issa ivan joao jorge jozef kader kadiatou kadidia kamel karima khalid khaled koffi krzysztof lamine latifa leyla luis mahamadou
malick mamadou manuela mariama mariana marija marta massimo mehmet meryem milan mirela mohand mourtada moussa murat mustafa nadir nawel ngoc nguyen noura oumar oumou ousmane paola paulo pawel pedro phuong piotr
rokia rui sadia saida salif salimata sekou seydou sidi slimane sofiane souleymane stefan tarik teresa thi thierno tiago tomasz vasile wassim xiao yahya yaya youcef youssouf yusuf zeynep zoran
adam adele adrien agathe agnes ahmed aicha alain albert alex alexandra alexandre alexis alice aline ali amandine amel amelie amina amine anais andre andrea
andree angela angelique anna anne annick annie anthony antoine antonio ariane armand arnaud arthur astrid aude audrey aurelie aurelien axel ayoub baptiste
barbara bastien beatrice benjamin benoit bernadette bernard bertrand bilal boris brahim brigitte bruno camille carine carla carlos carole caroline catherine
cecile cedric celine chantal charles charlotte chloe christel christelle christian christiane christine christophe claire clara claude claudine clea clemence
clement colette coralie corentin corinne cynthia cyril damien daniel daniele danielle david deborah delphine denis denise diane didier dominique dylan edouard
edith eddy elena eliane elisa elisabeth elise ella elodie eloise elsa emile emilie emma emmanuel emmanuelle enzo eric erwan estelle esther ethan etienne eugene
eva evelyne fabien fabienne fabrice fanny farid fatima fatiha fatma felix fernand flavie florence florent florian francine francis franck francois francoise
frederic frederique gabriel gabrielle gael gaelle genevieve georges geraldine gerald gerard germaine ghislaine gilbert gilles ginette gisele guillaume gustave
guy gwenaelle habib hamid hassan helene henri henriette herve hugo hugues ibrahim ines irene isabelle jacqueline jacques jade jamal james jane janine jean jeanne
jeannine jennifer jeremy jerome jessica jimmy joan joel joelle johanna john johan jonathan jordan jose joseph josephine josette josiane joyce jules julia julie
julien juliette justine karim karine katia kelly kevin khadija laetitia lamia laura laure laurence laurent laurie lea leila leo leon leonie lila liliane lilou
lina linda lionel lisa loic lola louis louise louna luc luca lucas lucette lucie lucien lucienne lucile ludovic lydia lydie madeleine mael magali malika manon
manuel manuela marc marcel marcelle margaux margot marguerite maria mariam marianne marie marie-claude marie-christine marine marion marius marjorie martin
martine maryse mary mateo mathias mathieu mathilde matthieu maude maurice maxence maxime medhi mehdi melanie melissa mia michael michel michele micheline mickael
mireille mohamed mohammed monique morgane mounir mourad mustapha myriam nabil nadege nadia nadine naima nathalie nathan nicolas nicole nina noa noah noe noemie
noemi nora nour odette odile olga olivier omar oscar oceane pamela pascal pascale patrice patricia patrick paul paula paulette pauline peter philippe pierre
pierrette quentin rachel rachid raoul raphael raymond raymonde rayan rebecca regine regis remi remy renaud rene renee richard robert robin rodolphe roger roland
romain romane rosa rose roxane sabine sabrina said salim salima samia samir samira samuel sandra sandrine sarah sebastien serge severine sharon simon simone
sofia soline solange sonia sophie soraya stephane stephanie steven suzanne sylvain sylvaine sylvie tania tatiana theo therese thibault thibaut thierry thomas tim
timothee tom tony valentin valentine valerie vanessa vera veronique victor victoire victoria vincent violette virginie viviane walid wendy william xavier
yacine yann yannick yasmina yasmine yohan yolande youssef yves yvette yvonne zoe zahra zineb emily george harry henry jack jessie kate lucy margaret susan
michelle andrew anthony edward elizabeth jean-pierre jean-paul jean-claude jean-marc jean-luc jean-michel jean-louis jean-francois jean-marie anne-marie
abdallah abdelkader abdou adama alban albane alassane aliou amadou amelia amy anais ange angelina antonin arlette arthus aurore awa aziz basile benedicte blandine
bintou blanche boubacar cassandra celestin celia charlene chaima cheikh clotilde come constant cyrille dalila dana denys diego dimitri djamila dounia elias eliott elvire
emeline erika ernest fadila faouzi fatoumata fernando filipe firmin flora franz gaspard gaston gauthier gregoire gregory guilhem gwenola gwendoline hakim hamza hanane
hector hicham houria ibrahima ilyes imane ingrid isaac ismael issa ivan joao joaquim jorge josephe judith kamel kamila karima kenza khaled killian
lamine larbi laszlo latifa leonard leonore leslie lilian lise lison lorenzo lou lounes lucia ludivine luis luisa maelle maelys mahmoud maite malek mamadou marceline
marina mariama mathis maya maylis melodie meriem moussa murielle muriel nassim natacha nathanael nawel nelly nestor ngoc norbert noureddine octave omer ondine
ophelie oriane ousmane paolo paulo pedro perrine philomene priscilla priscille rafael rania raquel reda reynald rita riad robinson rodrigue rosalie rosine roselyne saida
salome sandy sekou selim selma serena sidonie sixtine slimane solene solenne souad stanislas tanguy tariq teresa thanh thais theodore tiphaine titouan tuan ulysse
ursula valentino wafa wassim wilfried yael yanis yassine yasmin yoann youssouf zacharie zakaria zohra marie-laure marie-pierre marie-france marie-helene marie-jose
marie-therese anne-sophie anne-laure jean-baptiste jean-jacques jean-philippe jean-christophe pierre-yves marie-line marie-noelle`);
