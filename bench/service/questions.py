"""The sixteen questions of questions.lua, in its order: in SQL over the tables of postgresql.py, and as criteria of
Muster."""
HAS = "(select 1 from closed b where b.term = {} and b.person = {})"
QUESTIONS = [
    ("select count(*) from closed where term = 1250", "has phenotype HP:0001250"),
    ("select count(*) from closed c join person p on p.id = c.person where c.term = 1250 and p.sex = 'female'",
     "has phenotype HP:0001250 and sex is female"),
    ("select count(*) from closed where term = 118", "has phenotype HP:0000118"),
    ("select count(*) from person where sex = 'male'", "sex is male"),
    ("select count(*) from exact where term = 1250", "has phenotype exactly HP:0001250"),
    ("select count(distinct person) from closed where term in (1250, 1263)",
     "has phenotype HP:0001250 or has phenotype HP:0001263"),
    ("select count(*) from person where first_month >= 216", "age at last contact >= 18 years"),
    ("select count(*) from closed c join person p on p.id = c.person where c.term = 1263 and p.last_month < 216",
     "has phenotype HP:0001263 and age at last contact < 18 years"),
    ("select count(*) from closed where term = 1263", "has phenotype HP:0001263"),
    ("select count(*) from closed c join person p on p.id = c.person where c.term = 1263 and p.sex = 'male'",
     "has phenotype HP:0001263 and sex is male"),
    ("select count(*) from closed a where a.term = 1250 and exists " + HAS.format(1263, "a.person"),
     "has phenotype HP:0001250 and has phenotype HP:0001263"),
    ("select count(*) from person p where (sex = 'female' or exists " + HAS.format(1250, "p.id") + ") and exists " +
     HAS.format(118, "p.id"), "(has phenotype HP:0001250 or sex is female) and has phenotype HP:0000118"),
    ("select count(*) from person where sex = 'female' and first_month >= 720", "sex is female and age at last contact >= 60 years"),
    ("select count(*) from closed c join person p on p.id = c.person where c.term = 118 and p.sex = 'unknown'",
     "has phenotype HP:0000118 and sex is unknown"),
    ("select count(*) from closed where term = 707", "has phenotype HP:0000707"),
    ("select count(*) from closed a where a.term = 1250 and exists " + HAS.format(707, "a.person"),
     "has phenotype HP:0000707 and has phenotype HP:0001250"),
]
