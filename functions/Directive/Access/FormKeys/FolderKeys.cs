using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Directives.Access.FormKeys;

/// <summary>Keys of cookies and forms that lie readable in a folder, as installations kept them before: they move into the tables, hidden.</summary>
public static class FolderKeys
{
    private static readonly XNamespace Space = "http://schemas.asp.net/2015/03/dataProtection";

    /// <summary>
    /// Takes over what is in the folder, and removes it there. Done already is fine, and so is a crash between: a key has the same name in both. A file that is no
    /// key stays where it is; sessions that it began end, and their people open their links again.
    /// </summary>
    /// <returns>How many were taken over.</returns>
    public static int Move(DirectoryInfo folder, IXmlRepository to, IXmlEncryptor hiding)
    {
        if (!folder.Exists) return 0;
        var moved = 0;
        foreach (var file in folder.GetFiles("*.xml"))
        {
            if (Read(file) is not { } key) continue;
            Hide(key, hiding);
            to.StoreElement(key, Path.GetFileNameWithoutExtension(file.Name));
            file.Delete();
            moved++;
        }

        return moved;
    }

    private static XElement? Read(FileInfo file)
    {
        try
        {
            using var reader = XmlReader.Create(file.FullName, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // As the framework itself hides a new key: each element that says so is replaced by one that names who reads it.
    private static void Hide(XElement key, IXmlEncryptor hiding)
    {
        foreach (var clear in key.DescendantsAndSelf().Where(e => (bool?)e.Attribute(Space + "requiresEncryption") == true).ToList())
        {
            var hidden = hiding.Encrypt(new XElement(clear));
            clear.ReplaceWith(new XElement(Space + "encryptedSecret", new XAttribute("decryptorType", hidden.DecryptorType.AssemblyQualifiedName!), hidden.EncryptedElement));
        }
    }
}
