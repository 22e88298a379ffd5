"""First and last names from many places, put together by chance: whoever comes out is nobody."""

from app.rules.code_lists import Gender

FIRST_NAMES = {
    Gender.FEMALE: (
        "Abeba", "Aisha", "Alina", "Amal", "Amina", "Ayşe", "Bahar", "Daryna", "Elif", "Fatima", "Feven", "Halima",
        "Hanan", "Hodan", "Iryna", "Jamila", "Khadija", "Laila", "Leyla", "Lidia", "Mariam", "Maryna", "Mehret",
        "Mina", "Nadia", "Nasrin", "Natalia", "Nour", "Olena", "Parisa", "Rahel", "Rania", "Rima", "Rojin", "Saba",
        "Samira", "Selam", "Shirin", "Soraya", "Svitlana", "Yasmin", "Yodit", "Zahra", "Zeynep",
    ),
    Gender.MALE: (
        "Abdi", "Adam", "Ahmad", "Ali", "Amanuel", "Andriy", "Arash", "Bashir", "Behrouz", "Bilal", "Dawit", "Emre",
        "Farid", "Filmon", "Habib", "Hamid", "Hassan", "Idris", "Ibrahim", "Jamal", "Karim", "Kemal", "Khalid",
        "Kidane", "Mahdi", "Mehmet", "Mykola", "Nabil", "Omar", "Oleh", "Petro", "Rami", "Reza", "Robel", "Said",
        "Samir", "Serhat", "Tariq", "Tesfay", "Yonas", "Yusuf", "Zaid",
    ),
    Gender.OTHER: ("Noor", "Sam", "Shams", "Jona"),
}  # fmt: skip
LAST_NAMES = (
    "Abdelkarim", "Abdullah", "Achterberg", "Ahmadi", "Al-Masri", "Arslan", "Asmerom", "Aydın", "Azizi", "Bondar",
    "Boukhari", "Çelik", "Daoud", "Demir", "Dibaba", "Duale", "El Idrissi", "Farah", "Ghebre", "Hadad", "Haile",
    "Hakimi", "Hassani", "Ismail", "Jansons", "Karimi", "Kaya", "Khalaf", "Khoury", "Kovalenko", "Kurdi", "Lysenko",
    "Mahamud", "Mansour", "Mebrahtu", "Melnyk", "Mohammadi", "Moreno", "Mussa", "Nazari", "Noori", "Osman", "Özdemir",
    "Polishchuk", "Qasem", "Rahimi", "Saleh", "Sesay", "Shevchuk", "Sultani", "Tekle", "Tkachenko", "Warsame",
    "Woldemariam", "Yılmaz", "Yusufi", "Zaher", "Zerai",
)  # fmt: skip
TEAM = (
    "Marije Vlasblom", "Teun Haverkamp", "Sanne Oosterling", "Ruben Lindenhof", "Ilse Korenaar", "Youssef Amrani",
    "Hanneke Duinmeijer",
)  # fmt: skip
CONTACT_LANGUAGES = {"nl": 30.0, "ar": 25.0, "ti": 15.0, "uk": 10.0, "en": 8.0, "fa": 7.0, "tr": 3.0, "so": 2.0}
