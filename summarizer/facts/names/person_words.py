"""Words about people: titles before a name, what people are called, given names."""

from __future__ import annotations

from summarizer.facts.words import word_set

ABBREVIATED_TITLES = word_set(
    "Mr Mrs Ms Miss Mx Dr Prof Gov Lt Gen Sen Sens Rep Reps Col Sgt Capt Rev Adm Maj Cpl Pvt Hon "
    "Pres Supt Insp Cmdr Det Pte Amb Sec Atty Messrs Brig Cllr Fr Sr Br Cst Const Spc"
)
"""Titles written with a full stop (or, in British usage, without)."""

TITLES = word_set("""
Admiral Adviser Advisor Ambassador Archbishop Attorney Ayatollah Baron Baroness Bishop Brigadier
Brother Cardinal Captain Chairman Chairwoman Chairperson Chancellor Chaplain Chief Coach Colonel
Commander Commissioner Comptroller Congressman Congresswoman Constable Consul Coordinator Corporal
Councillor Councilman Councilwoman Councilmember Count Countess Dame Dean Delegate Deputy Detective
Director Duchess Duke Earl Emir Emperor Empress Envoy Father Former Forward Goalkeeper Midfielder
Defender Striker General Governor Guru Headmaster Imam Inspector Judge Justice Kaiser King Lady
Lieutenant Lord Madam Magistrate Major Maharaja Marshal Mayor Midshipman Minister Monsignor Mullah
Officer Ombudsman Pastor Patriarch Pope Premier President Priest Prime Prince Princess Principal
Private Professor Prosecutor Provost Queen Rabbi Rector Representative Reverend Sailor Secretary
Senator Sergeant Sheikh Sheik Sheriff Sir Sister Skipper Solicitor Speaker Spokesman Spokesperson
Spokeswoman Sultan Superintendent Surgeon Taoiseach Treasurer Tsar Undersecretary Vicar Viceroy
Founder Co-founder Manager Mr Mrs Ms Miss Dr Captain Councilor Assemblyman Assemblywoman Analyst
Actor Actress Singer Author Attorney-General Lawmaker Reporter Correspondent Editor Economist
Scientologist Scientist Architect Chef Drummer Guitarist Rapper Comedian Boxer Investigator
Microbiologist Epidemiologist Historian Paramedic Lawyer Doctor Nurse Businessman Entrepreneur
CEO CFO COO CTO PM MP MEP VP Executive
""")
"""Capitalised words that stand before (or instead of) a person's name."""

TITLE_MODIFIERS = word_set("""
Acting Associate Assistant Chief Defence Defense Deputy Executive Ex Finance Financial First
Foreign Former Interim Interior Lead Lieutenant Major Majority Minority National Environment
Education Health Energy Justice Transport Trade Labour Labor Agriculture Home Opposition
Parliament Police Press Prime Principal Permanent Presidential Senior Special State Senate House
Supreme District County City Attorney Solicitor Secretary Surgeon Vice Master Staff Managing
Housing Culture Sports Economy Economic Development Tourism Science Technology Security Treasury
Cabinet Army Navy Fire Crown Republican Democratic Democrat Conservative Labour Queen's Campaign
Communications Operating Investment Technical Head Co General Under Rear Democratic Republican
Independent Liberal Team Club Information Internal External Affairs Affairs, Coach
""")
"""Capitalised words that stand before a title and belong to it (``Deputy Foreign Minister``)."""

ROLE_NOUNS = word_set("""
activist actor actress administrator admiral adviser advisor aide ambassador analyst anchor
archbishop architect artist assistant astronaut athlete attorney author banker biologist bishop
boss boxer boy broadcaster brother builder businessman businesswoman campaigner candidate captain
cardinal chair chairman chairperson chairwoman champion chancellor chef chemist chief clerk
climber co-author co-founder coach columnist comedian commander commentator commissioner composer
congressman congresswoman consultant contractor coordinator correspondent councillor counsel
counsellor creator critic curator cyclist dancer daughter dean defector defender defendant
delegate dentist deputy designer detective developer dictator diplomat director doctor driver
drummer economist editor educator employee engineer entrepreneur envoy epidemiologist executive
expert farmer father fighter filmmaker firefighter fisherman footballer forward founder friend
general girlfriend boyfriend girl goalkeeper governor graduate guard guitarist gunman hacker head
headmaster historian husband inspector instructor inventor investigator investor journalist judge
justice king lawmaker lawyer leader lecturer legislator librarian lieutenant magistrate manager
mathematician mayor mechanic member meteorologist midfielder minister model monk mother musician
negotiator neighbour neighbor novelist nurse officer official operator organiser organizer owner
painter paramedic parent partner pastor patient philosopher photographer physician physicist
pianist pilot player playwright poet policeman policewoman politician pope prefect premier
president priest prime prince princess principal producer professor programmer prosecutor
psychiatrist psychologist publisher pupil quarterback queen rapper rebel receptionist referee
regulator reporter representative researcher resident rider runner sailor scholar scientist
scriptwriter secretary senator sergeant sheriff shopkeeper singer sister skipper sociologist
soldier solicitor son speaker specialist spokesman spokesperson spokeswoman star striker student
superintendent surgeon surveyor survivor suspect swimmer teacher technician teenager theologian
trader trainer treasurer trustee tutor undersecretary vendor veteran victim vice-president
volunteer waiter warden widow wife winger winner witness woman man worker writer youngster
negotiator lobbyist strategist pollster chairman-elect president-elect
""")
"""Lower-case nouns that say what a person is."""

GIVEN_NAMES = word_set("""
Aaron Abdul Abdullah Abigail Abraham Adam Adrian Ahmad Ahmed Aisha Akira Alan Albert Alejandro
Alex Alexander Alexandra Alexei Alfred Ali Alice Alicia Alireza Alison Allan Allen Alvaro Amanda
Amber Amina Amir Amit Amy Ana Anastasia Anders Andre Andrea Andreas Andrei Andrew Andrey Andriy
Andy Angela Angelina Anita Ann Anna Anne Annie Anthony Antoine Anton Antonio Anwar April Arjun
Arnold Arthur Ashley Ashraf Asif Austin Ayesha Barack Barbara Barry Bashar Ben Benedict Benjamin
Bernard Bernie Beth Betty Bill Billy Bob Bobby Boris Brad Brandon Brenda Brett Brian Bruce Bruno
Bryan Caitlin Calvin Cameron Camille Carl Carla Carlo Carlos Carmen Carol Caroline Catherine Cathy
Cecilia Celine Chad Charles Charlie Charlotte Chelsea Chen Cheryl Chloe Chris Christian Christina
Christine Christopher Claire Clara Claude Claudia Colin Connor Craig Cristiano Cynthia Daisy Dale
Damian Dan Dana Daniel Daniela Danny Darren Dave David Dean Deborah Debra Deepak Denis Dennis
Derek Diana Diane Diego Dilma Dirk Dmitri Dmitry Dmytro Dominic Don Donald Donna Doris Dorothy
Doug Douglas Duncan Dwight Dylan Ed Eddie Edgar Edith Eduardo Edward Edwin Eileen Elaine Elena
Eleanor Eli Elias Elijah Elisabeth Elizabeth Ella Ellen Elon Emily Emma Emmanuel Enrique Eric
Erica Erik Erin Ernest Esther Ethan Eugene Eva Evan Eve Evelyn Fatima Felix Fernando Fiona Florian
Frances Francesca Francesco Francis Francisco Francois François Frank Fred Frederick Gabriel
Gareth Gary Gavin Gemma Geoff Geoffrey George Gerald Gerard Gerhard Gianni Gilbert Giorgia Giorgio
Giovanni Giuseppe Glenn Gloria Gordon Grace Graham Grant Greg Gregory Greta Guillermo Gustavo Guy
Haley Hamdullah Hamid Hannah Hans Harold Harriet Harris Harry Hassan Heather Hector Heidi Helen
Helena Helmut Henri Henry Herbert Herman Hillary Hiroshi Holly Howard Hugh Hugo Humza Hussein Ian
Ibrahim Igor Ilham Imran Ingrid Irene Iris Isaac Isabel Isabella Ivan Jack Jackie Jackson Jacob
Jacqueline Jacques Jair Jake James Jamie Jan Jane Janet Janice Jason Javier Jay Jean Jeff Jeffrey
Jen Jenna Jennifer Jenny Jeremy Jerome Jerry Jesse Jessica Jesus Jill Jim Jimmy Joan Joao Joe Joel
Johan Johannes John Johnny Jon Jonas Jonathan Jordan Jorge Jose José Josef Joseph Josep Josh
Joshua Joyce Juan Judith Judy Julia Julian Juliana Julie Julio Jun Jurgen Jürgen Justin Kamala
Karen Karim Karl Kate Katherine Kathleen Kathryn Kathy Katie Kay Keir Keith Kelly Ken Kenneth
Kenji Kevin Khaled Kim Kimberly Kofi Kris Kristen Kristin Kurt Kyle Lara Larry Lars Laura Lauren
Laurent Lawrence Lee Leila Leo Leon Leonard Leonardo Leslie Lewis Liam Lillian Linda Lindsay
Lionel Lisa Liz Lloyd Lori Louis Louise Luc Luca Lucas Lucia Lucy Luigi Luis Luiz Luka Luke Lydia
Lynn Madeleine Magdalena Mahmoud Malcolm Malik Mandy Manuel Marc Marco Marcus Margaret Maria Marie
Marina Mario Marion Marisa Mark Markus Marta Martha Martin Mary Masha Mathieu Matt Matteo Matthew
Maureen Maurice Max Maxim Maya Megan Mehmet Melanie Melissa Michael Michel Michelle Miguel Mikhail
Mike Milan Mitch Mitt Mohamed Mohammad Mohammed Mohsen Molly Monica Morgan Muhammad Mustafa Nadia
Nancy Naomi Narendra Natalia Natalie Nathan Neil Nelson Nicholas Nick Nicola Nicolas Nicole Nigel
Nikita Nikki Nikolai Nina Noah Noam Nora Norman Oleg Oleksandr Olga Oliver Olivia Olaf Omar Oscar
Osama Otto Owen Pablo Pamela Paolo Pascal Pat Patricia Patrick Paul Paula Pauline Pavel Pedro
Peggy Penny Pete Peter Petro Phil Philip Philippe Phillip Phoebe Pierre Prakash Priya Qasem Rachel
Rafael Rahul Raj Rajesh Ralph Ramon Randy Raul Ravi Ray Raymond Rebecca Recep Ricardo Richard Rick
Rishi Rita Rob Robert Roberto Robin Rodrigo Roger Roland Romelu Ron Ronald Rory Rosa Rose Ross Roy
Ruben Rupert Russell Ruth Ryan Saddam Salah Sally Salman Sam Samantha Samir Samuel Sandra Sanjay
Sara Sarah Scott Sean Sebastian Serena Sergei Sergey Sergio Shane Shannon Sharon Shaun Sheila
Shinzo Shirley Sidney Silvia Silvio Simon Simone Sofia Sonia Sophia Sophie Stacey Stan Stanley
Stefan Stephanie Stephen Steve Steven Stuart Sue Sunil Suresh Susan Suzanne Sven Svetlana Sylvia
Tamara Tania Tara Tariq Tatiana Ted Terence Teresa Terry Theo Theodore Theresa Thomas Tiffany Tim
Timothy Tina Toby Todd Tom Tommy Tony Tracey Tracy Travis Trevor Tristan Tyler Ursula Valentina
Valerie Vanessa Vera Vernon Veronica Victor Victoria Vijay Viktor Vincent Virginia Vivian Vitali
Vladimir Volodymyr Walter Wanda Wang Warren Wayne Wendy Werner Wilfred Will William Willie Winston
Wolfgang Xavier Xi Yasser Yoko Yolanda Yoshi Yulia Yuri Yusuf Yves Yvonne Zach Zachary Zainab Zoe
""")
"""Given names met in the news of many countries; a hint, never a proof."""

FAMILY_NAME_FIRST = word_set(
    """
Kim Lee Park Choi Jeong Jeon Cho Kang Yoon Moon Jang Lim Han Shin Seo Kwon Hwang Ahn Xi Li Wang
Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Gao Lin Deng Mao Jiang Wen Bo
Nguyen Tran Pham Ho Le Tsai Ban
"""
)
"""Family names of East Asia that are written before the given name."""

POST_NOMINALS = word_set("KC QC SC MP MSP MEP MBE OBE CBE KBE DBE PhD PHD MD FRS Esq TD")
"""What stands behind a person's name and is no part of it."""

PARTICLES = word_set(
    """
de del della di da das dos du des la le van von der den ter ten zu bin ibn bint ben al el ul y e
abu af av
"""
)
"""Lower-case words inside a person's (or a place's) name."""
