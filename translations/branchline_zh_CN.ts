<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Sentences</name>
    <message>
        <source>HQ does not know this enrolment code. Check that it was typed correctly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This enrolment code has been used already. Ask HQ for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This enrolment code has expired. Ask HQ for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HQ has locked enrolment after too many wrong codes. Wait a few minutes, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HQ refused to enrol this register (%1). Ask HQ for a new code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be done as given: %1. See --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not valid JSON: %1. Correct it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not UTF-8 text. Convert it to UTF-8 and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a number that can be used here. Type digits, with a point for decimals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too large. Enter a smaller amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a date. Write year, month and day, for example 2026-11-22.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no time zone “%1”. Use a name such as Asia/Shanghai.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a currency code. Use three capital letters, such as CNY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no column “%2”. Add the column or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Check the file and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a format that is not supported: %2. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organisation file is wrong at %1: %2. Nothing was changed; correct the file and apply it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branchline cannot write to %1: %2. Give this user the right to write there, or choose another directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branchline is already running with the data in %1. Use the window that is open, or close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no Branchline data: %2 is missing. Choose the right directory or set this computer up first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 already holds an organisation or a register. Choose an empty directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 cannot be opened: %2. Check that the file exists and that this user may read and write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 was written by a newer version (schema %2, this one knows %3). Install the newer version; the data is unharmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data could not be read or saved: %1. Nothing was changed. Try again; if it happens again, restart Branchline and call support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the data in %1. Close it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 is damaged: %2. Stop selling here, keep the file and call support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so nothing could be saved (%1). Free some space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database does not belong to this version: migration %1 differs. Install the version that was used before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was booked, because an entry on %1 would be zero. Report this to support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was booked, because the entries do not balance (%1, difference %2). Report this to support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too large to be saved at once (%1 bytes). Split it into smaller parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal holds an operation that this version does not know (%1, version %2). Install the newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal is damaged at line %1. Stop selling here, keep the data and call support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The books do not add up (rule %1): %2. Call support and keep the data as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account %1 belongs to another register. Nothing was booked; report this to support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing on the ticket yet. Scan a product first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No product has the code %1. Scan it again, or search by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No member was found for %1. Ask for the phone number or the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no user %1. Check the name, or ask the manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no store %1. Check the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quantity %1 is not possible for this product. Enter another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price %1 is not possible. Enter another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is still to be paid. Take the rest before you finish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of %1 can only be given on cash. Lower the other payments or take cash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shift is open on this register. Open a shift first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift %1 is still open on this register. Close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code %1 is already in use. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A member with the phone number %1 exists already. Look the member up instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has been imported before and was not imported again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is missing. Type a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a complete phone number. Check the digits with the customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not do this yourself. Ask a manager to allow it with their PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PIN is not right. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Try again in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This PIN is too easy to guess. Choose one that is not a row or a repetition of digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ticket %1 here. Check the number on the receipt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on this ticket is left to refund. Check the receipt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2. Check the network; selling goes on without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HQ refused this (%1): %2. Nothing is lost; ask HQ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer from %1 makes no sense: %2. Check that the address is HQ&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HQ does not listen on %1 without encryption. Give --tls-cert and --tls-key, or --behind-proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program already listens on %1. Stop it or choose another port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HQ cannot listen on %1: %2. Choose another address or port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an address. Write it like https://hq.example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This register has not joined HQ yet. Enter HQ&apos;s address and an enrolment code first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is already register %1. Use an empty data directory for another register.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HQ does not accept this register&apos;s key. Sales stay safe here; ask HQ to enrol the register again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HQ has withdrawn this register. Sales stay safe here; ask HQ what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HQ lacks operations after number %1. The register sends them again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HQ holds a different operation number %1 of this register, as happens after an old backup was restored. Stop selling here and call HQ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HQ was restored from a backup (epoch %1). The register compares its data with HQ by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This register was away from HQ for long. It fetches everything anew by itself; please wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than the limit of %2. Send less at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content type %1 is not supported. Send application/json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HQ speaks other protocol versions (%1) than this register. Update Branchline; until then sales are kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Too many requests. The next one is possible in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>HQ is busy. It is asked again in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not found. Check what was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method %1 is not possible here. See the description of the interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keychain refused access: %1. Unlock it and start Branchline again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain holds no “%1”. Unlock the right keychain, or ask HQ to enrol this register again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer %1 did not print: %2. The sale is saved; check paper and cable, then print the receipt again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer %1 did not answer. The sale is saved; look whether the receipt came out before you print it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a device&apos;s address. Write it like tcp://192.168.1.50:9100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be printed as a bar code. Use digits and Latin letters only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
