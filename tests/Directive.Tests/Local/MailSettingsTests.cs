using System.Diagnostics;
using Directives.Chasing;
using Directives.Local;
using Directives.Local.Data;
using Directives.Mail.Transports;
using Directives.Tests.Tables;

namespace Directives.Tests.Local;

/// <summary>Where the settings of mail come from, and what is said of wrong ones.</summary>
public sealed class MailSettingsTests : IDisposable
{
    private const string Secret = "SG.not-to-be-repeated";
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.File("data");

    private string File => Path.Combine(Data, "mail.json");

    public void Dispose() => _folder.Delete();

    [Fact]
    public void Without_settings_letters_stay_in_the_outbox() =>
        Assert.Equal(MailOptions.OutboxName, MailSettings.Read(DataFolder.Open(new(Data)), sample: false).Transport);

    [Fact]
    public async Task A_file_names_a_mail_server()
    {
        await WriteAsync("""
            {"Mail": {"Transport": "Smtp", "From": "nhac-viec@binh-dinh.example", "FromName": "Văn phòng", "ReplyTo": "van-phong@binh-dinh.example",
              "Smtp": {"Host": "mail.binh-dinh.example", "Port": 2525, "User": "u", "Password": "p", "TimeoutSeconds": 9}}}
            """);
        var options = MailSettings.Read(DataFolder.Open(new(Data)), sample: false);
        Assert.Equal(("mail.binh-dinh.example", 2525, true, 9), (options.Smtp.Host, options.Smtp.Port, options.Smtp.StartTls, options.Smtp.TimeoutSeconds));
        Assert.IsType<SmtpTransport>(MailTransports.Make(options, null!, (_, _) => throw new NotSupportedException(), TimeProvider.System));
    }

    [Theory]
    [InlineData("""{"Mail": {"Transport": "Pigeon"}}""", "'Mail:Transport': 'Pigeon' is none of Outbox, SendGrid, Smtp")]
    [InlineData("""{"Mail": {"Transprt": "Smtp"}}""", "there is no setting 'Mail:Transprt'")]
    [InlineData("""{"Mail": {"Smtp": {"Port": "many"}}}""", "'Mail:Smtp:Port' is 'many', which is no number")]
    [InlineData("""{"Mail": {"Smtp": {"StartTls": "perhaps"}}}""", "'Mail:Smtp:StartTls' is 'perhaps'")]
    [InlineData("""{"Mail": """, "Mend the file")]
    [InlineData("""{"Mail": {"Transport": "SendGrid"}}""", "'Mail:From': give the sender's mail address")]
    [InlineData("""{"Mail": {"Transport": "SendGrid", "From": "a@b.example"}}""", "'Mail:ReplyTo': give a mail address that the office reads")]
    [InlineData("""{"Mail": {"Transport": "SendGrid", "From": "a@b.example", "ReplyTo": "a@b.example", "FromName": "A"}}""", "Directive__Mail__SendGrid__Key: 'Mail:SendGrid:Key': give a key")]
    [InlineData("""{"Mail": {"Transport": "Smtp", "From": "a@b.example", "ReplyTo": "a@b.example", "FromName": "A"}}""", "'Mail:Smtp:Host': give the mail server's name")]
    public async Task A_wrong_file_is_refused_with_its_name_the_setting_and_what_to_do(string content, string says)
    {
        await WriteAsync(content);
        var refused = Assert.Throws<CannotStartException>(() => MailSettings.Read(DataFolder.Open(new(Data)), sample: false));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Contains(File, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void Each_setting_is_checked()
    {
        Assert.Equal(["Mail:Smtp:Password"], Problems(o => o.Smtp.User = "u"));
        Assert.Equal(["Mail:Smtp:User"], Problems(o => o.Smtp.Password = "p"));
        Assert.Equal(["Mail:Smtp:Port"], Problems(o => o.Smtp.Port = 0));
        Assert.Equal(["Mail:Smtp:CertificateSha256"], Problems(o => o.Smtp.CertificateSha256 = "00"));
        Assert.Equal(["Mail:Smtp:TimeoutSeconds"], Problems(o => o.Smtp.TimeoutSeconds = 0));
        Assert.Equal(["Mail:Smtp:StartTls"], Problems(o => (o.Smtp.User, o.Smtp.Password, o.Smtp.StartTls) = ("u", "p", false)));
        Assert.Empty(Problems(o => (o.Smtp.User, o.Smtp.Password, o.Smtp.StartTls, o.Smtp.Port) = ("u", "p", false, 465)));
        Assert.Equal(["Mail:From"], Problems(o => o.From = "Văn phòng <a@b.example>"));
        Assert.Equal(["Mail:SendGrid:Key"], Problems(o => (o.Transport, o.SendGrid.Key) = (MailOptions.SendGridName, "SG. x")));
        Assert.Equal(["Mail:SendGrid:Address"], Problems(o => (o.Transport, o.SendGrid.Key, o.SendGrid.Address) = (MailOptions.SendGridName, "SG.x", "http://api.sendgrid.example")));
        Assert.Empty(Problems(o => (o.Transport, o.SendGrid.Key) = (MailOptions.SendGridName, "SG.x")));
    }

    [Fact]
    public async Task A_secret_in_a_file_that_others_may_read_is_refused_and_not_repeated()
    {
        if (OperatingSystem.IsWindows()) return;
        await WriteAsync($$$$"""{"Mail": {"SendGrid": {"Key": "{{{{Secret}}}}"}}}""");
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var refused = Assert.Throws<CannotStartException>(() => MailSettings.Read(DataFolder.Open(new(Data)), sample: false));
        Assert.Contains("chmod 600", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_sends_nothing_whatever_a_file_or_the_environment_says()
    {
        await WriteAsync("""{"Mail": {"Transport": "Smtp"}}""");
        var byFile = await BuiltProgram.RunAsync("serve", "--data", Data, "--port", "0");
        Assert.Equal((2, ""), (byFile.Code, byFile.Said));
        Assert.Contains($"{File}: 'Mail:Transport' is 'Smtp', but '{Data}' is a sample for ever", byFile.Complained, StringComparison.Ordinal);

        System.IO.File.Delete(File);
        var byVariable = await RunAsync(("Directive__Mail__Transport", "SendGrid"), ("Directive__Mail__SendGrid__Key", Secret));
        Assert.Equal(2, byVariable.Code);
        Assert.Contains("Environment variable Directive__Mail__Transport: ", byVariable.Complained, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, byVariable.Complained, StringComparison.Ordinal);

        // Nothing was marked: the folder may still become what its owner wants.
        await using var tables = DataFolder.Open(new(Data)).OpenTables();
        Assert.Null(await InstallationMark.ReadAsync(tables, default));
    }

    [Fact]
    public async Task A_real_installation_sends_by_what_its_file_names()
    {
        var folder = DataFolder.Open(new(Data));
        _ = (folder.Secret("trail"), folder.Secret("links"));
        await using (var tables = folder.OpenTables())
            await new InstallationMark("52", Sample: false, new DateOnly(2023, 4, 3), DateTimeOffset.UtcNow).MakeAsync(tables, default);
        await WriteAsync("""
            {"Mail": {"Transport": "Smtp", "From": "nhac-viec@binh-dinh.example", "FromName": "Văn phòng", "ReplyTo": "van-phong@binh-dinh.example",
              "Smtp": {"Host": "mail.binh-dinh.example"}}}
            """);
        await using var local = await LocalInstallation.OpenAsync(folder, path => new Uri("http://localhost" + path), new WatchOptions(), default);
        Assert.IsType<SmtpTransport>(local.Installation.Parts.Transport);
    }

    private static IEnumerable<string> Problems(Action<MailOptions> change)
    {
        var options = new MailOptions { Transport = MailOptions.SmtpName, From = "a@b.example", FromName = "A", ReplyTo = "c@b.example", Smtp = new() { Host = "mail.b.example" } };
        change(options);
        return MailChecks.Of(options).Select(p => p.Key);
    }

    private async Task<BuiltProgram.Ended> RunAsync(params (string Name, string Value)[] variables)
    {
        var start = BuiltProgram.How("serve", "--data", Data, "--port", "0");
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(120));
        return new BuiltProgram.Ended(process.ExitCode, await said, await complained);
    }

    private async Task WriteAsync(string content)
    {
        Directory.CreateDirectory(Data);
        await System.IO.File.WriteAllTextAsync(File, content);
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
