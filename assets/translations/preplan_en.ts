<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
    <context>
        <name>Bringing</name>
        <message numerus="yes">
            <source>%n record(s) imported.</source>
            <translation>
                <numerusform>%n record imported.</numerusform>
                <numerusform>%n records imported.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) imported into {where}.</source>
            <translation>
                <numerusform>%n record imported into {where}.</numerusform>
                <numerusform>%n records imported into {where}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n entry(ies) could not be read.</source>
            <translation>
                <numerusform>%n entry could not be read.</numerusform>
                <numerusform>%n entries could not be read.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n place(s)</source>
            <translation>
                <numerusform>%n place</numerusform>
                <numerusform>%n places</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n assumption(s) to check.</source>
            <translation>
                <numerusform>%n assumption to check.</numerusform>
                <numerusform>%n assumptions to check.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) had come in before and stay.</source>
            <translation>
                <numerusform>%n file had come in before and stays.</numerusform>
                <numerusform>%n files had come in before and stay.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Card</name>
        <message numerus="yes">
            <source>%n more in the program</source>
            <translation>
                <numerusform>%n more in the program</numerusform>
                <numerusform>%n more in the program</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more: show all (Enter)</source>
            <translation>
                <numerusform>%n more: show all (Enter)</numerusform>
                <numerusform>%n more: show all (Enter)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardView</name>
        <message numerus="yes">
            <source>%n more below</source>
            <translation>
                <numerusform>%n more below</numerusform>
                <numerusform>%n more below</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Legend</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Sheets</name>
        <message numerus="yes">
            <source>typical floor, drawn once for %n floor(s)</source>
            <translation>
                <numerusform>typical floor, drawn once</numerusform>
                <numerusform>typical floor, drawn once for %n floors</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message numerus="yes">
            <source>%n fact(s) to see to</source>
            <translation>
                <numerusform>%n fact to see to</numerusform>
                <numerusform>%n facts to see to</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TroubleDialog</name>
        <message numerus="yes">
            <source>%n newer backup(s) cannot be used.</source>
            <translation>
                <numerusform>%n newer backup cannot be used.</numerusform>
                <numerusform>%n newer backups cannot be used.</numerusform>
            </translation>
        </message>
    </context>
</TS>
