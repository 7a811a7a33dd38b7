<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DeviceProgram</name>
    <message numerus="yes">
        <source>%n payment(s), %1</source>
        <translation>
            <numerusform>%n payment, %1</numerusform>
            <numerusform>%n payments, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>Too many wrong PINs. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many wrong PINs. Try again in %n second.</numerusform>
            <numerusform>Too many wrong PINs. Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many requests. The next one is possible in %n second(s).</source>
        <translation>
            <numerusform>Too many requests. The next one is possible in %n second.</numerusform>
            <numerusform>Too many requests. The next one is possible in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>HQ is busy. It is asked again in %n second(s).</source>
        <translation>
            <numerusform>HQ is busy. It is asked again in %n second.</numerusform>
            <numerusform>HQ is busy. It is asked again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) of this terminal may have been charged. Say what became of each before the day is closed: afterwards the terminal does not know it any more.</source>
        <translation>
            <numerusform>%n payment of this terminal may have been charged. Say what became of it before the day is closed: afterwards the terminal does not know it any more.</numerusform>
            <numerusform>%n payments of this terminal may have been charged. Say what became of each before the day is closed: afterwards the terminal does not know them any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncText</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%n held back</numerusform>
            <numerusform>%n held back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clock %n min slow</source>
        <translation>
            <numerusform>Clock %n min slow</numerusform>
            <numerusform>Clock %n min slow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clock %n min fast</source>
        <translation>
            <numerusform>Clock %n min fast</numerusform>
            <numerusform>Clock %n min fast</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bl::desktop::CounterView</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody knows yet whether %n payment(s) went through.</source>
        <translation>
            <numerusform>Nobody knows yet whether %n payment went through.</numerusform>
            <numerusform>Nobody knows yet whether %n payments went through.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bl::desktop::DeviceConsole</name>
    <message numerus="yes">
        <source>The terminal&apos;s day is closed: %n payment(s).</source>
        <translation>
            <numerusform>The terminal&apos;s day is closed: %n payment.</numerusform>
            <numerusform>The terminal&apos;s day is closed: %n payments.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bl::desktop::FirstStartScreen</name>
    <message numerus="yes">
        <source>%n user(s) arrived; the rest is on its way from HQ.</source>
        <translation>
            <numerusform>%n user arrived; the rest is on its way from HQ.</numerusform>
            <numerusform>%n users arrived; the rest is on its way from HQ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bl::desktop::LogInScreen</name>
    <message numerus="yes">
        <source>This PIN is not right. %n more try(ies), then you have to wait.</source>
        <translation>
            <numerusform>This PIN is not right. %n more try, then you have to wait.</numerusform>
            <numerusform>This PIN is not right. %n more tries, then you have to wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bl::desktop::PinPad</name>
    <message numerus="yes">
        <source>A PIN has at least %n digit(s).</source>
        <translation>
            <numerusform>A PIN has at least %n digit.</numerusform>
            <numerusform>A PIN has at least %n digits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bl::desktop::StatusBoard</name>
    <message numerus="yes">
        <source>%n devices ready</source>
        <translation>
            <numerusform>%n device ready</numerusform>
            <numerusform>%n devices ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
</TS>
