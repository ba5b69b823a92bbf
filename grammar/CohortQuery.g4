// The cohort query language. docs/language.md explains it; grammar/syntax.h is the tree that it becomes.
//
// The grammar knows keywords and shapes only. Names of entities, fields and values are words here; what they mean is
// decided by the binder, so that a new field needs no new grammar.
grammar CohortQuery;

script : statement? (';' statement?)* EOF ;

statement : (EXPLAIN ANALYSE?)? query ;

query
  : COUNT counted (',' counted)* (WITH (word | NOT RECORDED))? where? by? having?    # countQuery
  | LIST counted where? (LIMIT number)?                           # listQuery
  | (FUNNEL | IMPACT) counted (',' counted)* where                # stepsQuery
  | COMPARE compared (',' compared)+ by?                          # compareQuery
  | DEFINE word cohort AS counted where?                          # defineQuery
  | DROP word cohort                                              # dropQuery
  | SUMMARISE summarised OF measured (',' measured)* where?         # summariseQuery
  | SUMMARISE summarised where OF measured (',' measured)*          # summariseQuery
  | STUDY word (DATE | NUMBER | PARAMETER)?                       # studyDateQuery
  | DESCRIBE name                                                 # describeQuery
  | SHOW name (STRING | PARAMETER)?                               # showQuery
  | TERMS LIKE (STRING | PARAMETER) (IN name)? (LIMIT number)?    # termsQuery
  ;

counted : polarity? DISTINCT? name ;

// Without the rest of `name`, so that `of` ends it.
summarised : polarity? DISTINCT? word+ ;

// age at diagnosis; value of measurement LOINC:4548-4 in mmol/mol
measured : name terms? asOf? (IN unit)? ;

cohort : word | STRING | PARAMETER ;

// Saved, or defined here, for this comparison only.
compared : cohort (AS counted where?)? ;

where : WHERE expression ;

by : BY dimension (',' dimension)* ;

// having individuals >= 1000 and runs > 0
having : HAVING bound (AND bound)* ;

bound : name (EQUAL | NOT_EQUAL | LESS | LESS_EQUAL | GREATER | GREATER_EQUAL) number ;

dimension : polarity? name terms? asOf? bands? (IN GROUPS '(' group (',' group)* ')')? (TOP number)? ;

// in bands of 10 years; in bands at 18, 40, 65 years
bands : IN BANDS (OF width | AT width (',' width)*) ;

width : amount | PARAMETER ;

// right = (ICD10:C18.0, ICD10:C18.2), left = ICD10:C18.6
group : (word | STRING) EQUAL (value | '(' value (',' value)* ')') ;

expression
  : '(' expression ')'                                           # parenthesised
  | (AT LEAST number | AT MOST number | EXACTLY number | NONE) OF '(' expression (',' expression)* ')'   # someOf
  | predicate                                                    # single
  | NOT expression                                               # not
  | expression (AND | BUT | EXCEPT) expression                   # and
  | expression OR expression                                     # or
  ;

predicate
  : (HAS (quantity | ANOTHER)? | NO) polarity? (FIRST | LAST)? name terms? alias? (WITH condition | valued)? alias?
    onDates?                                                     # has
  | IN word (word | STRING | PARAMETER)?                         # inCohort
  | IN STRING                                                    # inCohort
  | USABLE FOR purpose (BY (COMMERCIAL | NON_COMMERCIAL))? (IN value)?   # usable
  | certainty? word? OVERLAPS word                               # overlaps
  | certainty? (word '.')? name asOf? comparison                 # compare
  ;

// has measurement LOINC:4548-4 >= 7 %: its value.
valued
  : (LESS | LESS_EQUAL | GREATER | GREATER_EQUAL) point
  | BETWEEN point AND point
  | AT (LEAST | MOST) amount
  ;

// Names the row, so that its times can be compared with those of others.
alias : AS word ;

onDates : ON (AT LEAST)? number DISTINCT word ;

purpose : term | word+ ;

// What `with` applies to: one predicate, or several in parentheses.
condition
  : '(' expression ')'                                           # conditionGroup
  | predicate                                                    # conditionSingle
  | NOT condition                                                # conditionNot
  ;

quantity : (AT LEAST | AT MOST | EXACTLY) number DISTINCT? | NO ;

polarity : OBSERVED | EXCLUDED ;

certainty : CERTAINLY | POSSIBLY ;

// Any of these, but none of those behind `except`.
terms : anyTerm (EXCEPT anyTerm)? ;

anyTerm
  : term (OR term)*
  | IN ('(' term (',' term)* ')' | PARAMETER)
  ;

term : EXACTLY? (CODE STRING? | STRING | PARAMETER) ;

comparison
  : (IS | EQUAL) RECORDED                                          # isRecorded
  | (IS | EQUAL) MISSING                                           # isMissing
  | IS NOT RECORDED                                              # isMissing
  | IS NOT MISSING                                               # isRecorded
  | (IS NOT? | NOT)? IN ('(' listed (',' listed)* ')' | PARAMETER)   # inList
  | IS NOT listed                                                # isNotValue
  | NOT_EQUAL listed                                             # isNotValue
  | (IS | EQUAL) listed (OR alternative)*? (EXCEPT anyTerm)?       # isValue
  | (LESS | LESS_EQUAL | GREATER | GREATER_EQUAL | BEFORE | AFTER) point   # ordered
  | BETWEEN point AND point                                      # between
  | WITHIN duration (OF | BEFORE | AFTER) point                  # within
  | AT LEAST duration (BEFORE | AFTER) point                     # apart
  | IS? AT (LEAST | MOST) amount                                 # orderedInWords
  | AGED value (TO value)?                                       # aged
  | STARTS WITH value                                            # startsWith
  ;

// A value of several words needs no quotation marks: likely pathogenic.
listed
  : value
  | word WORD+
  ;

// Further values behind `is A or`: what is no criterion by itself. (The loop is not greedy, as `or cause of death in
// (...)` could also be the end of a `summarise ... where ... is A or cause of ...`, as far as SLL prediction sees.)
alternative
  : term
  | WORD+
  ;

asOf : AS OF (value | STUDY word) ;

// A value, or the time or number of a named row or of a field: therapy.start, age at last contact, 1.5 times a.value.
// Names of several words go before words, as `of` might begin the fields of a `summarise`.
point
  : factor? word '.' name
  | factor? word ((AT | OF)? word)+
  | value
  ;

factor : NUMBER TIMES ;

duration : amount | DURATION | PARAMETER ;

value
  : amount
  | DURATION
  | DATE
  | term
  | word
  ;

number : NUMBER | PARAMETER ;

// 30; 6.5 %; 18 years; 2 years 6 months; 28 weeks of gestation
amount : (NUMBER unit?)+ (OF? GESTATION)? ;

unit : WORD | UNIT | STRING ;

// Several words may name one thing: `age at last contact`, `country of origin`.
name : word ((AT | OF)? word)* ;

// Keywords that are names and values as well, since they cannot be mistaken for each other.
word
  : WORD | COMMERCIAL | COMPARE | DEFINE | DESCRIBE | DROP | FIRST | FUNNEL | GROUPS | IMPACT | LAST | LIKE | NO
  | NON_COMMERCIAL | NONE | SHOW | STUDY | SUMMARISE | TERMS | TO
  ;

// ---- words ----------------------------------------------------------------------------------------------------

AFTER : A F T E R ;
AGED : A G E D ;
ANALYSE : A N A L Y (S | Z) E ;
AND : A N D ;
ANOTHER : A N O T H E R ;
AS : A S ;
AT : A T ;
BANDS : B A N D S? ;
BEFORE : B E F O R E ;
BETWEEN : B E T W E E N ;
BUT : B U T ;
BY : B Y ;
CERTAINLY : C E R T A I N L Y ;
COMMERCIAL : C O M M E R C I A L ;
COMPARE : C O M P A R E ;
COUNT : C O U N T ;
DEFINE : D E F I N E ;
DESCRIBE : D E S C R I B E ;
DISTINCT : D I S T I N C T ;
DROP : D R O P ;
EXACTLY : E X A C T L Y ;
EXCEPT : E X C E P T ;
EXCLUDED : E X C L U D E D ;
EXPLAIN : E X P L A I N ;
FIRST : F I R S T ;
FOR : F O R ;
FUNNEL : F U N N E L ;
GESTATION : G E S T A T I O N ;
GROUPS : G R O U P S ;
HAS : H A S | H A V E ;
HAVING : H A V I N G ;
IMPACT : I M P A C T ;
IN : I N ;
IS : I S ;
LAST : L A S T ;
LEAST : L E A S T ;
LIKE : L I K E ;
LIMIT : L I M I T ;
LIST : L I S T ;
MISSING : M I S S I N G ;
MOST : M O S T ;
NO : N O ;
NONE : N O N E ;
NON_COMMERCIAL : N O N '-' C O M M E R C I A L ;
NOT : N O T ;
OBSERVED : O B S E R V E D ;
OF : O F ;
ON : O N ;
OR : O R ;
OVERLAPS : O V E R L A P S ;
POSSIBLY : P O S S I B L Y ;
RECORDED : R E C O R D E D ;
SHOW : S H O W ;
STARTS : S T A R T S ;
STUDY : S T U D Y ;
SUMMARISE : S U M M A R I (S | Z) E ;
TERMS : T E R M S ;
TIMES : T I M E S ;
TO : T O ;
TOP : T O P ;
USABLE : U S A B L E ;
WHERE : W H E R E ;
WITH : W I T H ;
WITHIN : W I T H I N ;

EQUAL : '=' ;
NOT_EQUAL : '!=' | '<>' | '\u2260' ;
LESS_EQUAL : '<=' | '\u2264' ;
LESS : '<' ;
GREATER_EQUAL : '>=' | '\u2265' ;
GREATER : '>' ;

PARAMETER : '$' (LETTER | DIGIT | '_')+ ;
DATE : DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT ('-' DIGIT DIGIT)? ;
NUMBER : '-'? DIGIT+ ('.' DIGIT+)? ([eE] [+-]? DIGIT+)? ;
// ISO 8601: P18Y, P1Y6M, PT36H
DURATION : 'P' (DIGIT+ ('.' DIGIT+)? [YMWD])+ ('T' (DIGIT+ ('.' DIGIT+)? [HMS])+)?
         | 'PT' (DIGIT+ ('.' DIGIT+)? [HMS])+ ;
// HP:0001250, LOINC:4548-4, ICD10:C18.0
CODE : LETTER (LETTER | DIGIT | [_.-])* ':' (LETTER | DIGIT | '_') (LETTER | DIGIT | [_.+/-])* ;
WORD : LETTER (LETTER | DIGIT | [_-])* ;
// UCUM units that are no plain word: %, mg/dL, kg/m2, 10*9/L, mm[Hg], /min. Others may be quoted. What begins with
// another number than a power of ten is a number and its unit: 126mg/dL.
UNIT : '%' | '{' ~[}\r\n]+ '}' | UNIT_HEAD? ('/' UNIT_ATOM)+ | LETTER+ '[' ~[\]\r\n]+ ']' UNIT_TAIL* | '[' ~[\]\r\n]+ ']' UNIT_TAIL* ;
STRING : '"' ('\\' . | ~["\\])* '"' | '\'' ('\\' . | ~['\\])* '\'' ;

COMMENT : '--' ~[\r\n]* -> skip ;
SPACE : [ \t\r\n\u00A0\uFEFF]+ -> skip ;
// Anything else is handed to the parser, which says that it cannot stand there.
UNKNOWN : . ;

fragment UNIT_HEAD : (UNIT_PART | '10' [*^]) (UNIT_PART | DIGIT | [*^])* ;
fragment UNIT_ATOM : (UNIT_PART | DIGIT | [*^.])+ ;
fragment UNIT_PART : LETTER | '%' | '[' ~[\]\r\n]+ ']' | '{' ~[}\r\n]* '}' ;
fragment UNIT_TAIL : '/' UNIT_ATOM ;
fragment LETTER : [A-Za-z\u00B5\u00C0-\u1FFF\u2C00-\uFEFE] ;
fragment DIGIT : [0-9] ;
fragment A : [aA] ;
fragment B : [bB] ;
fragment C : [cC] ;
fragment D : [dD] ;
fragment E : [eE] ;
fragment F : [fF] ;
fragment G : [gG] ;
fragment H : [hH] ;
fragment I : [iI] ;
fragment K : [kK] ;
fragment L : [lL] ;
fragment M : [mM] ;
fragment N : [nN] ;
fragment O : [oO] ;
fragment P : [pP] ;
fragment R : [rR] ;
fragment S : [sS] ;
fragment T : [tT] ;
fragment U : [uU] ;
fragment V : [vV] ;
fragment W : [wW] ;
fragment X : [xX] ;
fragment Y : [yY] ;
fragment Z : [zZ] ;
