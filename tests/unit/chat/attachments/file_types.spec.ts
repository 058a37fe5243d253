import { test } from '@japa/runner'
import { cleanFileName } from '#chat/services/attachments/file_name'
import { acceptedTypes, FILE_TYPES, fileTypeOf } from '#chat/services/attachments/file_types'
import { HTML, PDF, pngOf, SVG, ZIP } from '#tests/helpers/sample_files'

const named = (name: string) => FILE_TYPES.find(({ extensions }) => extensions.includes(name))!
const mediaTypeOf = (bytes: Buffer, name: string) => fileTypeOf(bytes, name)?.mediaType ?? null
const docx = Buffer.concat([ZIP, Buffer.from('[Content_Types].xml')])

test.group('What a file is', () => {
  test('is decided by its first bytes, and not by its name', ({ assert }) => {
    assert.equal(mediaTypeOf(pngOf(1, 1), 'invoice.pdf'), 'image/png')
    assert.equal(mediaTypeOf(PDF, 'photo.jpg'), 'application/pdf')
    assert.equal(mediaTypeOf(ZIP, 'letter.docx'), 'application/zip')
    assert.equal(mediaTypeOf(docx, 'letter.docx'), named('docx').mediaType)
    assert.equal(mediaTypeOf(docx, 'letter.zip'), 'application/zip')
  })

  test('is nothing for programs, pages, vector pictures and what is unknown', ({ assert }) => {
    const refused: [Buffer, string][] = [
      [HTML, 'page.html'],
      [HTML, 'photo.png'],
      [SVG, 'logo.svg'],
      [SVG, 'logo'],
      [Buffer.from('MZ\x90\0'), 'setup.exe'],
      [Buffer.from('MZ\x90\0'), 'photo.jpg'],
      [Buffer.from('#!/bin/sh'), 'run.sh'],
      [Buffer.from('alert(1)'), 'script.js'],
      [Buffer.from('\0\x01\x02'), 'notes.txt'],
      [Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), 'setup.msi'],
      [Buffer.from('\0\0\0\x18ftypheic'), 'photo.mp4'],
    ]
    for (const [bytes, name] of refused) assert.isNull(mediaTypeOf(bytes, name), name)
  })

  test('has one entry per extension, so that a picker offers what is accepted', ({ assert }) => {
    const all = FILE_TYPES.flatMap(({ extensions }) => extensions)
    assert.equal(new Set(all).size, all.length)
    assert.equal(acceptedTypes(['pictures']), '.jpg,.jpeg,.png,.gif,.webp')
    assert.equal(acceptedTypes([]), '')
  })
})

test.group('The name of a file', () => {
  test('ends with what it is, and says nothing else to a system', ({ assert }) => {
    const names: [string, string, string][] = [
      ['photo.JPG', 'jpg', 'photo.jpg'],
      ['photo.jpeg', 'jpg', 'photo.jpeg'],
      ['photo.jpg.exe', 'jpg', 'photo.jpg.jpg'],
      ['photo', 'png', 'photo.png'],
      ['../../etc/passwd', 'txt', 'passwd.txt'],
      ['C:\\temp\\report.pdf', 'pdf', 'report.pdf'],
      ['gpj\u202Eexe.pdf', 'pdf', 'gpj exe.pdf'],
      ['a\0b\r\nc.pdf', 'pdf', 'a b c.pdf'],
      ['.htaccess', 'txt', 'file.txt'],
      ['....', 'pdf', 'file.pdf'],
      ['"><img src=x>.png', 'png', 'img src=x.png'],
      ['Übersicht 東京.pdf', 'pdf', 'Übersicht 東京.pdf'],
    ]
    for (const [given, type, expected] of names)
      assert.equal(cleanFileName(given, named(type)), expected)
    assert.isAtMost(cleanFileName('ß'.repeat(5000), named('pdf')).length, 125)
  })
})
