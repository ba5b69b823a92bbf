// What people with each disease tend to have. The frequencies and ages are plausible, not measured.
#include "shell/synth/people/terms.h"

namespace muster::synth {
namespace {

// Identifiers of HGNC and coordinates of GRCh38 (the gene's begin).
// clang-format off
constexpr DiseaseProfile kProfiles[] = {
    // Dravet syndrome
    {100135, Kind::kRare, 12, Sex::kAny, 3, 12, {"SCN1A", 10585, "2", 165989160},
     {1250, 2373, 2133, 2069, 1263, 1251, 2342, 1288}},
    // developmental and epileptic encephalopathy
    {100620, Kind::kRare, 14, Sex::kAny, 0, 18, {"STXBP1", 11444, "9", 127579370},
     {11097, 1250, 2353, 10864, 1290, 252, 2540, 750}},
    // tuberous sclerosis
    {1734, Kind::kRare, 14, Sex::kAny, 0, 60, {"TSC2", 12363, "16", 2047967},
     {9717, 9716, 20073, 9721, 6772, 11097, 7359, 1249, 729}},
    // neurofibromatosis type 1
    {18975, Kind::kRare, 20, Sex::kAny, 0, 96, {"NF1", 7765, "17", 31094927},
     {7565, 997, 1067, 9737, 2650, 256, 7018}},
    // Marfan syndrome
    {7947, Kind::kRare, 20, Sex::kAny, 24, 360, {"FBN1", 3603, "15", 48408313},
     {2616, 1083, 1166, 1519, 767, 2650, 1634, 545, 1382, 1763, 2647}},
    // Noonan syndrome
    {18997, Kind::kRare, 14, Sex::kAny, 0, 24, {"PTPN11", 9644, "12", 112418915},
     {4322, 1642, 1639, 316, 465, 369, 508, 28, 11968, 978}},
    // cystic fibrosis
    {9061, Kind::kRare, 24, Sex::kAny, 0, 36, {"CFTR", 1884, "7", 117480025},
     {2783, 2110, 1738, 1508, 100582, 2014, 12735, 1733}},
    // Duchenne muscular dystrophy
    {10679, Kind::kRare, 14, Sex::kMale, 18, 72, {"DMD", 2928, "X", 31119222},
     {3701, 3391, 3707, 3236, 1270, 1644, 2540, 2650, 2093}},
    // congenital myasthenic syndrome
    {18940, Kind::kRare, 10, Sex::kAny, 0, 36, {"CHRNE", 1966, "17", 4897774},
     {3473, 508, 1319, 5684, 2783, 2540, 2015, 2104, 1324}},
    // Charcot-Marie-Tooth disease type 1A
    {7309, Kind::kRare, 18, Sex::kAny, 36, 300, {"PMP22", 9118, "17", 15229777},
     {2460, 3693, 1761, 1284, 763, 1288, 1265}},
    // Lynch syndrome
    {5835, Kind::kRare, 16, Sex::kAny, 300, 720, {"MLH1", 7127, "3", 36993350},
     {3003, 2573, 1824, 1903, 2027}},
    // hereditary breast ovarian cancer syndrome
    {3582, Kind::kRare, 18, Sex::kFemale, 300, 720, {"BRCA1", 1100, "17", 43044295},
     {3002, 100615, 12378, 1824}},
    // osteogenesis imperfecta
    {19019, Kind::kRare, 14, Sex::kAny, 0, 48, {"COL1A1", 2197, "17", 50184101},
     {2757, 592, 703, 365, 4322, 6487, 938, 1382}},
    // autosomal dominant polycystic kidney disease
    {4691, Kind::kRare, 20, Sex::kAny, 180, 600, {"PKD1", 9008, "16", 2088708},
     {113, 822, 790, 1407, 83, 12622, 787, 1634}},
    // Huntington disease
    {7739, Kind::kRare, 14, Sex::kAny, 360, 720, {"HTT", 4851, "4", 3074681},
     {2072, 726, 716, 1332, 2015, 1824, 1288, 708}},
    // fragile X syndrome
    {10383, Kind::kRare, 14, Sex::kAny, 12, 60, {"FMR1", 3775, "X", 147911919},
     {2342, 729, 750, 256, 1382, 7018, 739, 403}},
    // Rett syndrome
    {10726, Kind::kRare, 12, Sex::kFemale, 6, 30, {"MECP2", 6990, "X", 154021573},
     {2376, 1250, 2187, 252, 1288, 2650, 2360, 1332}},
    // spinal muscular atrophy
    {1516, Kind::kRare, 12, Sex::kAny, 0, 36, {"SMN1", 11117, "5", 70924941},
     {3701, 1252, 1284, 2093, 3202, 1337, 2650, 1270}},
    // sickle cell disease
    {11382, Kind::kRare, 18, Sex::kAny, 4, 36, {"HBB", 4827, "11", 5225464},
     {1878, 12531, 952, 1744, 2719, 1297, 12378}},
    // familial hypercholesterolemia
    {5439, Kind::kRare, 20, Sex::kAny, 120, 600, {"LDLR", 6547, "19", 11089432},
     {3124, 10874, 1677, 1658, 1681}},
    // phenylketonuria
    {9861, Kind::kRare, 14, Sex::kAny, 0, 1, {"PAH", 8582, "12", 102836889},
     {4923, 1249, 1250, 964, 252}},
    // Gaucher disease
    {18150, Kind::kRare, 10, Sex::kAny, 24, 480, {"GBA1", 4177, "1", 155234452},
     {1744, 2240, 1873, 1903, 12531, 938, 12378, 1510}},
    // CHARGE syndrome
    {8965, Kind::kRare, 8, Sex::kAny, 0, 2, {"CHD7", 20626, "8", 60678740},
     {589, 453, 407, 1636, 1510, 28, 1263, 11968}},
    // retinitis pigmentosa
    {19200, Kind::kRare, 18, Sex::kAny, 60, 480, {"RHO", 10012, "3", 129528639},
     {510, 662, 7663, 518, 505, 618}},
    // Usher syndrome
    {19501, Kind::kRare, 10, Sex::kAny, 0, 180, {"USH2A", 12601, "1", 215622891},
     {8527, 510, 662, 2321, 1270}},
    // Fabry disease
    {10526, Kind::kRare, 10, Sex::kAny, 48, 300, {"GLA", 4296, "X", 101397803},
     {1014, 31006, 966, 93, 1712, 1297, 83, 365}},
    // Wilson disease
    {10200, Kind::kRare, 10, Sex::kAny, 60, 420, {"ATP7B", 870, "13", 51930436},
     {200032, 1394, 2240, 1332, 1337, 952, 716}},
    // hypertrophic cardiomyopathy
    {5045, Kind::kRare, 20, Sex::kAny, 120, 720, {"MYBPC3", 7551, "11", 47331406},
     {1639, 1712, 1962, 1279, 2094, 5110, 11675}},
    // dilated cardiomyopathy
    {5021, Kind::kRare, 18, Sex::kAny, 120, 780, {"TTN", 12403, "2", 178525989},
     {1644, 1635, 2094, 11675, 12378, 1653}},
    // long QT syndrome
    {2442, Kind::kRare, 14, Sex::kAny, 24, 420, {"KCNQ1", 6294, "11", 2444684},
     {1657, 1279, 1962, 11675, 1250}},
    // Ehlers-Danlos syndrome
    {20066, Kind::kRare, 14, Sex::kAny, 12, 300, {"COL5A1", 2209, "9", 134641803},
     {974, 1382, 1075, 977, 978, 2829, 12531}},
    // achondroplasia
    {7037, Kind::kRare, 10, Sex::kAny, 0, 1, {"FGFR3", 3690, "4", 1793293},
     {8873, 8905, 256, 2007, 1252, 403}},
    // hemophilia A
    {10602, Kind::kRare, 12, Sex::kMale, 3, 48, {"F8", 3546, "X", 154835788},
     {5261, 1892, 978, 421, 2829}},
    // type 2 diabetes mellitus
    {5148, Kind::kCommon, 60, Sex::kAny, 360, 840, {"", 0, "", 0},
     {5978, 3074, 855, 1513, 822, 9830, 93}},
    // type 1 diabetes mellitus
    {5147, Kind::kCommon, 18, Sex::kAny, 24, 360, {"", 0, "", 0},
     {3074, 1824, 40217, 12378}},
    // hypertensive disorder
    {5044, Kind::kCommon, 60, Sex::kAny, 360, 840, {"", 0, "", 0},
     {822, 2315, 1712}},
    // coronary artery disorder
    {5010, Kind::kCommon, 40, Sex::kAny, 480, 900, {"", 0, "", 0},
     {1677, 1681, 1658, 2094, 3124}},
    // asthma
    {4979, Kind::kCommon, 40, Sex::kAny, 24, 600, {"", 0, "", 0},
     {2099, 12735, 2094, 12393}},
    // chronic obstructive pulmonary disease
    {5002, Kind::kCommon, 24, Sex::kAny, 540, 900, {"", 0, "", 0},
     {6510, 2097, 2094, 12735}},
    // chronic kidney disease
    {5300, Kind::kCommon, 20, Sex::kAny, 480, 900, {"", 0, "", 0},
     {12622, 93, 822, 1903}},
    // obesity disorder
    {11122, Kind::kCommon, 36, Sex::kAny, 120, 720, {"", 0, "", 0},
     {1513, 1397, 855, 2829}},
    // psoriasis
    {5083, Kind::kCommon, 16, Sex::kAny, 180, 720, {"", 0, "", 0},
     {3765, 1369}},
    // rheumatoid arthritis
    {8383, Kind::kCommon, 14, Sex::kAny, 360, 840, {"", 0, "", 0},
     {1369, 2829, 12378, 1903}},
    // Crohn disease
    {5011, Kind::kCommon, 10, Sex::kAny, 180, 600, {"", 0, "", 0},
     {2014, 2027, 1824, 1903}},
    // ulcerative colitis
    {5101, Kind::kCommon, 10, Sex::kAny, 180, 600, {"", 0, "", 0},
     {2573, 2014, 2027}},
    // celiac disease
    {5130, Kind::kCommon, 10, Sex::kAny, 24, 600, {"", 0, "", 0},
     {2014, 1508, 1903}},
    // major depressive disorder
    {2009, Kind::kCommon, 24, Sex::kAny, 216, 780, {"", 0, "", 0},
     {716, 739, 2360, 12378}},
    // schizophrenia
    {5090, Kind::kCommon, 8, Sex::kAny, 192, 420, {"", 0, "", 0},
     {708, 100543, 2360}},
    // multiple sclerosis
    {5301, Kind::kCommon, 10, Sex::kAny, 216, 600, {"", 0, "", 0},
     {1251, 1257, 12378, 505, 1288}},
    // Parkinson disease
    {5180, Kind::kCommon, 12, Sex::kAny, 540, 960, {"", 0, "", 0},
     {1300, 1337, 2019, 1288}},
    // Alzheimer disease
    {4975, Kind::kCommon, 14, Sex::kAny, 660, 1020, {"", 0, "", 0},
     {726, 2354, 716}},
    // COVID-19
    {100096, Kind::kCommon, 40, Sex::kAny, 120, 1020, {"", 0, "", 0},
     {1945, 12735, 2094, 12378}},
    // breast cancer
    {7254, Kind::kCancer, 30, Sex::kFemale, 360, 900, {"", 0, "", 0},
     {3002, 12378, 1824}},
    // colorectal cancer
    {5575, Kind::kCancer, 26, Sex::kAny, 420, 960, {"", 0, "", 0},
     {3003, 2573, 2027, 1824, 1903}},
    // melanoma
    {5105, Kind::kCancer, 18, Sex::kAny, 300, 900, {"", 0, "", 0},
     {2861, 995, 2716}},
    // lung cancer
    {8903, Kind::kCancer, 24, Sex::kAny, 480, 960, {"", 0, "", 0},
     {30078, 12735, 2094, 1824}},
    // acute myeloid leukemia
    {18874, Kind::kCancer, 12, Sex::kAny, 120, 960, {"", 0, "", 0},
     {4808, 1903, 1873, 1875, 1945}},
    // prostate cancer
    {8315, Kind::kCancer, 24, Sex::kMale, 540, 1020, {"", 0, "", 0},
     {12125, 12531, 1824}},
    // ovarian cancer
    {8170, Kind::kCancer, 10, Sex::kFemale, 360, 900, {"", 0, "", 0},
     {100615, 2027, 1824}},
};
// clang-format on

}  // namespace

std::span<const DiseaseProfile> DiseaseProfiles() { return kProfiles; }

}  // namespace muster::synth
