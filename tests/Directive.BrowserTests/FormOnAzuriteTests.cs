namespace Directives.BrowserTests;

/// <summary>The same form, its report, draft and files in Azure's storage as Azurite plays it.</summary>
[Collection(Together.Name)]
public sealed class FormOnAzuriteTests(Browser browser) : FormTests(browser)
{
    protected override Served Serve() => new() { OnAzurite = true };
}
