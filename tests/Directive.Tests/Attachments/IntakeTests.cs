using System.Text;
using Directives.Attachments;
using ImageMagick;

namespace Directives.Tests.Attachments;

/// <summary>Which files are taken, and what is kept of them (R4).</summary>
public sealed class IntakeTests
{
    private readonly MemoryFiles _files = new();

    [Fact]
    public async Task A_pdf_is_kept_byte_for_byte()
    {
        var taken = await TakeAsync("Tờ trình.PDF", SampleFiles.Pdf());
        Assert.Equal(("Tờ trình.pdf", "application/pdf"), (taken.Name, taken.Type));
        Assert.Equal(SampleFiles.Pdf(), await KeptAsync(taken));
    }

    [Theory]
    [InlineData("a.jpg", "jpeg", "image/jpeg", "a.jpg")]
    [InlineData("a.png", "png", "image/png", "a.png")]
    [InlineData("IMG_0001.HEIC", "heic", "image/jpeg", "IMG_0001.jpg")]
    [InlineData("wrong.pdf", "jpeg", "image/jpeg", "wrong.jpg")]
    public async Task A_picture_is_recognised_by_content_and_kept_without_its_metadata(string name, string what, string type, string kept)
    {
        var picture = what == "jpeg" ? SampleFiles.Jpeg() : what == "png" ? SampleFiles.Png() : SampleFiles.Heic;
        Assert.Contains(SampleFiles.Camera, Encoding.Latin1.GetString(picture), StringComparison.Ordinal);
        var taken = await TakeAsync(name, picture);
        Assert.Equal((kept, type), (taken.Name, taken.Type));
        var bytes = await KeptAsync(taken);
        Assert.Equal(taken.Size, bytes.Length);
        foreach (var secret in (string[])[SampleFiles.Camera, "Exif", "eXIf", "tEXt", "tIME", "GPS"])
            Assert.DoesNotContain(secret, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        using var image = new MagickImage(bytes);
        Assert.Null(image.GetExifProfile());
        Assert.InRange(image.Width * image.Height, 700u, 1300u);
    }

    [Fact]
    public async Task A_photo_that_lies_on_its_side_is_kept_upright()
    {
        using var image = new MagickImage(await KeptAsync(await TakeAsync("a.jpg", SampleFiles.Jpeg())));
        Assert.Equal((30u, 40u), (image.Width, image.Height));
    }

    [Fact]
    public async Task What_is_no_such_file_is_refused_whatever_its_name_says()
    {
        Assert.Equal(FileProblem.UnknownKind, await RefusedAsync("a.pdf", SampleFiles.Exe));
        Assert.Equal(FileProblem.UnknownKind, await RefusedAsync("a.png", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray()));
        Assert.Equal(FileProblem.UnknownKind, await RefusedAsync("a.jpg", "<html><script>alert(1)</script>"u8.ToArray()));
        Assert.Equal(FileProblem.Empty, await RefusedAsync("a.pdf", []));
        Assert.Equal(FileProblem.Broken, await RefusedAsync("a.pdf", "%PDF-1.7 and then nothing"u8.ToArray()));
        Assert.Equal(FileProblem.Broken, await RefusedAsync("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]));
        Assert.Equal(FileProblem.TooLarge, await RefusedAsync("a.pdf", new byte[AttachmentIntake.MostBytes + 1]));
        Assert.Equal(0, _files.Count);
    }

    [Theory]
    [InlineData(9_000, 9_000)]
    [InlineData(15_000, 15_000)]
    [InlineData(60_000, 400)]
    public async Task A_small_file_that_unpacks_to_a_huge_picture_is_refused_before_it_is_decoded(uint width, uint height)
    {
        var bomb = SampleFiles.Bomb(width, height);
        Assert.InRange(bomb.Length, 100, 500_000);
        var refused = await RefusedAsync("a.png", bomb);
        Assert.True(refused is FileProblem.TooManyPixels or FileProblem.Broken, $"{refused}");
    }

    [Fact]
    public async Task A_large_photo_is_taken_after_such_a_one()
    {
        await RefusedAsync("a.png", SampleFiles.Bomb(15_000, 15_000));
        Assert.Equal("image/png", (await TakeAsync("a.png", SampleFiles.Bomb(4_000, 3_000))).Type);
    }

    [Theory]
    [InlineData("..\\..\\windows\\a.pdf", "a.pdf")]
    [InlineData("/etc/passwd", "passwd.pdf")]
    [InlineData("bao\u202Efdp.exe", "baofdp.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "a Set-Cookie_ x.pdf")]
    [InlineData("\u0000\u0007.pdf", "file.pdf")]
    [InlineData("تقرير الزيارة.pdf", "تقرير الزيارة.pdf")]
    [InlineData("דוח.pdf", "דוח.pdf")]
    [InlineData(".htaccess", "file.pdf")]
    [InlineData("a<b>\"c\".pdf", "a_b__c_.pdf")]
    [InlineData("Bie\u0302n ba\u0309n.pdf", "Biên bản.pdf")]
    public void A_name_is_cleaned_and_letters_of_any_script_stay(string typed, string name) =>
        Assert.Equal(name, FileNames.Clean(typed, FileKind.Pdf));

    [Fact]
    public void A_long_name_is_cut_and_keeps_its_ending() =>
        Assert.Equal(new string('ạ', FileNames.Most) + ".jpeg", FileNames.Clean(new string('ạ', 400) + ".JPEG", FileKind.Jpeg));

    private Task<Attachment> TakeAsync(string name, byte[] bytes) => new AttachmentIntake(_files).TakeAsync(name, new MemoryStream(bytes), default);

    private async Task<FileProblem> RefusedAsync(string name, byte[] bytes) =>
        (await Assert.ThrowsAsync<FileRefusedException>(() => TakeAsync(name, bytes))).Why;

    private async Task<byte[]> KeptAsync(Attachment file)
    {
        using var copy = new MemoryStream();
        await (await _files.OpenAsync(file.Hash))!.CopyToAsync(copy);
        return copy.ToArray();
    }
}
